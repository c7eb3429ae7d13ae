"""Rule-based fact extraction from news on conflict, peacekeeping and humanitarian affairs."""
