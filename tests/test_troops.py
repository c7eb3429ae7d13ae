"""Troop counts: sentences of a newswire by family, with the counts and actions that a coder would write down."""

from __future__ import annotations

import pytest

from factx.extractor import Extractor

EXTRACTOR = Extractor()

# Each line: a sentence, then "value action" for each of its counts, in order of the text.
COUNTS = """
Another 780 Tanzanians arrived to join the 1,400 peacekeepers camped near Goma. | 780 deployed; 1400 present
Germany keeps some 4,500 troops in the Sahel. Britain has 250. | 4500 present; 250 present
Germany will withdraw its soldiers from Mali by May. It has about 1,100 there. | 1100 present
Troops from three countries will take part. Egypt has promised 1,200. | 1200 planned
Of the 1,200 gendarmes promised by Italy, only 300 have turned up. | 1200 planned; 300 deployed
Denmark flew home 230 of its officers on Saturday. | 230 withdrawn
The largest contingents are those of Chad (1,400) and Togo (1,390). | 1400 present; 1390 present
The Dutch, with 600, are the second-largest contributor of troops. | 600 present
Commanders say they are short of 20,000 men for the front. | 20000 requested
The militia's strength is put at 1,500 to 2,000 men. | 1500 present
The group has 2-4,000 fighters. | 2000 present
Some 600 Polish, 400 Danish and 200 Lithuanian soldiers serve there. | 600 present; 400 present; 200 present
Washington plans to pull out all but a token force, leaving some 1,300 soldiers in the country. | 1300 present
Togo plans to halve its 2,300-member contingent by April. | 2300 present
Togo's contingent of 600 soldiers will be reduced by a third. | 600 present
Sweden halved its contribution to 250 soldiers. | 250 present
The resolution raised the troop ceiling to 13,640 military personnel and 1,400 police. | 13640 planned; 1400 planned
A 33,000-troop surge ended in summer. | 33000 present
The base maintained a force level of 600. | 600 present
The army has deployed 4,000 additional troops, including 500 commandos, in the valley. | 4000 deployed; 500 deployed
Parliament cut the force by 80. | 80 withdrawn
Some 700 troops have received orders to go to Kuwait. | 700 planned
The general promised to have all 1,100 soldiers out of the country by January. | 1100 withdrawn
A group of 20 sappers is to join the battalion next spring. | 20 planned
Norway has 320 soldiers in northern Mali. | 320 present
The mission has about 4,100 troops and 900 police officers in the valley. | 4100 present; 900 present
There are some 2,500 American troops in Iraq and 900 in Syria. | 2500 present; 900 present
It keeps 1,200 soldiers in Chad, 850 in Niger and about 400 in Mali. | 1200 present; 850 present; 400 present
A garrison of 600 guards the pass. | 600 present
The 12,000-strong force patrols the border. | 12000 present
It sent a 300-member contingent to Haiti. | 300 deployed
The rebels, numbering some 900, hold the town. | 900 present
The militia, which numbers about 7,000, denies it. | 7000 present
Some 1,500 Chadian soldiers are stationed in the region. | 1500 present
More than 450 police officers patrolled the streets of Lagos. | 450 present
About 230 National Guard troops were helping with the flood. | 230 present
Around 60 Estonian troops are serving with the French operation. | 60 present
Kenya sent 600 soldiers to Goma last week. | 600 deployed
Kenya has sent a battalion of 850 soldiers to Goma. | 850 deployed
Ghana dispatched a first group of 120 police officers to Freetown. | 120 deployed
Moscow moved up to 30,000 troops into Belarus. | 30000 deployed
More than 5,000 riot police were deployed across the capital. | 5000 deployed
Some 700 paratroopers landed at the airport on Tuesday. | 700 deployed
The army rushed 1,000 reinforcements to the front. | 1000 deployed
The governor activated 500 National Guard troops. | 500 deployed
He mobilised 40,000 reservists. | 40000 deployed
Nepal had 1,600 peacekeepers deployed in four countries. | 1600 deployed
The UN deployed 11,700 troops to the north in 2013. | 11700 deployed
The junta has deployed two companies (240 soldiers) along the river. | 240 deployed
More than 150 troops left Kigali on Friday for Darfur. | 150 deployed
Some 90 engineers and 300 soldiers flew to Bangui on Monday. | 300 deployed
Australia will send 250 troops to the training mission. | 250 planned
Australia plans to send up to 250 more troops. | 250 planned
Britain is preparing to deploy 800 soldiers to Estonia. | 800 planned
About 350 soldiers will soon leave for South Sudan. | 350 planned
Some 6,000 military personnel will support the exercise. | 6000 planned
A contingent of 140 police officers, including 17 women, will serve for a year. | 140 planned
Italy pledged 2,500 soldiers. | 2500 planned
Togo has offered 400 troops for the mission. | 400 planned
Parliament approved the deployment of 600 soldiers. | 600 planned
The council authorised a force of 4,000 to protect civilians. | 4000 planned
The council agreed to add 1,500 troops to the mission. | 1500 planned
The plan foresees a 5,000-strong regional force. | 5000 planned
The remaining 3,000 soldiers would be deployed by June. | 3000 planned
Mongolia is readying 850 soldiers for the mission. | 850 planned
The general asked for 40,000 more troops. | 40000 requested
Commanders have requested an additional 1,000 troops. | 1000 requested
The mayor requested a contingent of 60 National Guard members. | 60 requested
The mission needs another 2,000 soldiers to hold the road. | 2000 requested
Spain withdrew its 1,300 troops from the coalition. | 1300 withdrawn
Germany plans to pull out 1,000 soldiers by May. | 1000 withdrawn
Around 2,000 security personnel are scheduled to depart by April. | 2000 withdrawn
More than 460 Egyptian soldiers serving with the mission in Mali have left the country. | 460 withdrawn
The departure of 400 artillery troops was announced on Friday. | 400 withdrawn
The coalition is sending home more than 400 soldiers. | 400 withdrawn
It wants to cut its contingent from about 9,000 to 4,000. | 9000 present; 4000 planned
It cut its force from 8,600 to 4,500. | 8600 present; 4500 present
The number of French troops in the Sahel fell from 5,100 to 3,000. | 5100 present; 3000 present
The move brings the Danish presence there to 450. | 450 present
It raised the total number of foreign troops to 16,000. | 16000 total
The mission has a total of 13,800 personnel. | 13800 total
The alliance had 26,000 troops in total in the three countries. | 26000 total
It will send 500 soldiers, bringing the total to 2,000. | 500 planned; 2000 total
More than 1,500 of a total of 4,000 soldiers have arrived. | 1500 deployed; 4000 total
Ghana has by now deployed 1,100 of the 3,900 extra troops. | 1100 deployed; 3900 total
The instructors trained 8,500 fighters by September. | 8500 trained
Some 300 recruits graduated from the academy. | 300 trained
Officers are training 900 policemen in Kindu. | 900 trained
Some 70 militants attacked a checkpoint. | 70 other
Between 300 and 400 gunmen stormed the prison. | 300 other
At least 10 armed men opened fire on the post. | 10 other
Hundreds of fighters defected to the government. | 200 other
The group is believed to have 3,000 fighters in the east. | 3000 present
There were 5,000 fighters still in the enclave. | 5000 present
The movement claims 20,000 members under arms. | 20000 present
Hezbollah has sent thousands of fighters to Syria. | 2000 deployed
Some 400 Marines arrived in Darwin. | 400 deployed
The country has 3,000 boots on the ground. | 3000 present
Two battalions of about 750 soldiers each will rotate home in May. | 750 withdrawn
Some 800 Irish soldiers replaced a Finnish battalion. | 800 deployed
Dozens of tanks and soldiers entered the town. | 24 deployed
Troops: 500 from Togo, 300 from Benin. | 500 present; 300 present
The army has 65,000 active troops and 30,000 reservists. | 65000 present; 30000 present
Police numbers there rose to 12,000. | 12000 present
Of the mission's 2,300 troops, about 900 are Nigerian. | 2300 present; 900 present
It has 10,500 troops, including 1,200 from Nepal. | 10500 present; 1200 present
NATO deployed 4,000 troops in Poland last year. | 4000 deployed
Some 4,000 NATO troops were deployed in Poland last year. | 4000 deployed
The deployment of 4,000 troops in Poland angered Moscow. | 4000 deployed
A 300-strong contingent arrived in Bangui on Monday. | 300 deployed
A 300-member police unit arrived in Bangui on Monday. | 300 deployed
A 300-man battalion landed in Bangui. | 300 deployed
The 1,200 soldiers who arrived on Sunday will patrol the border. | 1200 deployed
Kenya's force of 3,000 entered Somalia in 2011. | 3000 deployed
The first 200 of 1,000 police officers arrived in Port-au-Prince on Tuesday. | 200 deployed; 1000 total
The first 200 officers landed in Port-au-Prince on Tuesday. | 200 deployed
An advance team of 200 Kenyan police officers touched down in Haiti. | 200 deployed
A further 400 troops were flown in on Wednesday. | 400 deployed
The garrison was reinforced with 300 marines. | 300 reinforced
The mission has been strengthened by 800 Indian troops. | 800 reinforced
Rwanda to deploy 1,000 soldiers in northern Mozambique | 1000 planned
Rwanda deploys 1,000 soldiers to Mozambique | 1000 deployed
Fiji sends 170 troops to Golan | 170 deployed
Germany to boost Lithuania force by 500 troops | 500 planned
France pulls 400 soldiers out of Ivory Coast | 400 withdrawn
Uganda pulls out 300 troops from DRC | 300 withdrawn
US withdraws 650 troops from Iraq | 650 withdrawn
Tens of thousands of soldiers massed along the frontier. | 20000 deployed
Moscow has massed more than 100,000 troops near Ukraine's border. | 100000 deployed
Colombia has mobilized 20,000 police and soldiers to guard the vote. | 20000 deployed
Roughly 6,500 officers were on the streets for the visit. | 6500 present
As many as 9,000 police officers will guard the summit. | 9000 planned
About 9,000 police, backed by 500 soldiers, guarded the summit. | 9000 present; 500 present
Ghana contributes 870 soldiers to the UN force in Lebanon. | 870 deployed
Bangladesh, which contributes 7,000 troops, is the largest supplier of peacekeepers. | 7000 deployed
Uganda provides the bulk of the force with about 6,200 soldiers. | 6200 deployed
Chad's contribution of 2,000 soldiers came under fire. | 2000 deployed
Two hundred South African soldiers crossed into Congo. | 200 deployed
More than 800 rebels marched on the capital. | 800 deployed
About 300 Taliban fighters swept into the district. | 300 deployed
About 2,000 rebels laid down their arms. | 2000 other
Some 450 fighters surrendered to the army. | 450 other
At least 200 soldiers deserted in March. | 200 other
The United States has roughly 28,500 troops stationed in South Korea. | 28500 present
There are about 900 American soldiers in Syria. | 900 present
About 900 U.S. soldiers remain in Syria. | 900 present
The force numbers about 10,000. | 10000 present
The force consists of 10,000 soldiers from 40 nations. | 10000 present
The force, made up of 10,000 soldiers from 40 nations, is led by an Italian. | 10000 present
Al-Shabab is thought to have between 7,000 and 12,000 fighters. | 7000 present
Al-Shabab has an estimated 7,000 to 12,000 fighters. | 7000 present
The 20,000-strong AU mission is to leave by 2024. | 20000 withdrawn
The militia, 3,000 strong, controls the port. | 3000 present
The militia is 3,000 strong. | 3000 present
The militia is believed to be about 3,000 strong. | 3000 present
An army of 60,000 guards the line. | 60000 present
Its 1.2-million-strong army is among the largest in the world. | 1200000 present
North Korea's 1.1 million-strong army is deployed near the line. | 1100000 deployed
Half of its 3,000 soldiers are deployed in the south. | 3000 total
The mission's strength stands at 14,000. | 14000 present
The mission's authorised strength is 15,000. | 15000 planned
The mission has an authorised strength of 15,000 troops. | 15000 planned
The mandate allows up to 15,000 soldiers. | 15000 planned
The council set a ceiling of 11,500 troops for the mission. | 11500 planned
The council capped the force at 11,500 soldiers. | 11500 planned
The mission has a troop ceiling of 11,500. | 11500 planned
Some 3,400 British soldiers serve in Cyprus. | 3400 present
Italy, with 1,000 soldiers, is the largest contributor. | 1000 present
Germany leads the battle group with 600 of its 1,200 troops. | 600 present; 1200 total
More than half of the 1,700 soldiers are German. | 1700 total
Nepal, Ghana and India each have 800 soldiers in Lebanon. | 800 present
Its navy has 12,000 sailors. | 12000 present
Roughly 100 special forces soldiers are operating in the country. | 100 present
He commands 5,000 fighters. | 5000 present
He has 5,000 men under his command. | 5000 present
The warlord, with 5,000 men under arms, rules the valley. | 5000 present
The general had 10,000 men under his command. | 10000 present
Lee marched north with 75,000 men. | 75000 deployed
The king raised an army of 30,000 men. | 30000 present
Scott landed 10,000 men near Veracruz. | 10000 deployed
The rebels had lost the fort, held by 400 men. | 400 present
The French army numbered 124,000 men. | 124000 present
A force of 3,000 men attacked the camp. | 3000 present
The arrival brings the number of French soldiers in Mali to 4,000. | 4000 total
This raises the U.S. contingent to about 5,000. | 5000 present
The reinforcements would bring the force to about 22,000. | 22000 planned
Together the two nations have 40,000 troops. | 40000 total
In all, 13,000 troops from 30 countries serve in Afghanistan. | 13000 total
The US has a combined 8,000 troops in the two countries. | 8000 total
A total of 2,300 soldiers were sent. | 2300 total
Altogether 2,300 soldiers took part. | 2300 total
France will withdraw 400 soldiers by December. | 400 withdrawn
The withdrawal of 1,500 French troops from Niger began on Tuesday. | 1500 withdrawn
The pull-out of 1,500 troops has begun. | 1500 withdrawn
The last 200 Dutch soldiers left Uruzgan on Sunday. | 200 withdrawn
The last of 3,000 US troops left Chad. | 3000 withdrawn
More than 300 troops returned home to Kampala on Tuesday. | 300 withdrawn
The soldiers' pullout leaves just 200 advisers behind. | 200 present
Canada's 2,800 troops will be out of Kandahar by July. | 2800 withdrawn
Obama announced that 34,000 troops would come home within a year. | 34000 withdrawn
The reduction will leave 5,000 troops in the country. | 5000 planned
Washington halved its force to 2,500. | 2500 present
The pullout of 17,000 troops was completed in October. | 17000 withdrawn
The president ordered 1,200 troops home. | 1200 withdrawn
The president ordered home 1,200 troops. | 1200 withdrawn
The exit of about 800 Danish soldiers will weaken the force. | 800 withdrawn
Slovakia recalled its 102 soldiers from Iraq. | 102 withdrawn
Denmark pulled its 460 troops from Basra. | 460 withdrawn
Some 420 soldiers left the base for Gao. | 420 withdrawn
Some 420 soldiers left Lome for Darfur. | 420 deployed
The last 52 soldiers of the mission flew out of Kidal. | 52 withdrawn
The UN said 8,000 peacekeepers had left Mali so far. | 8000 withdrawn
Georgia has pulled all of its 2,000 soldiers out of Iraq. | 2000 withdrawn
The general wants 30,000 more soldiers. | 30000 requested
Congo's president asked the UN for 3,000 peacekeepers. | 3000 requested
The UN chief urged the council to send 5,000 more troops. | 5000 requested
The envoy appealed for 2,500 police officers. | 2500 requested
The commander has sought 10,000 additional troops. | 10000 requested
The plan requires 26,000 soldiers and police. | 26000 requested
Britain asked its allies to supply 4,000 soldiers. | 4000 requested
The commission recommended a force of 8,000. | 8000 requested
The force is 3,000 troops short. | 3000 requested
Ethiopia is ready to send 5,000 soldiers. | 5000 planned
Ethiopia has promised 5,000 soldiers. | 5000 planned
Ethiopia has committed 5,000 soldiers to the planned force. | 5000 planned
Uganda said it had pledged to send 1,700 troops. | 1700 planned
Kenya has volunteered 1,000 police for Haiti. | 1000 planned
The council voted to send 2,600 troops to the border. | 2600 planned
The council unanimously approved a 26,000-strong force for Darfur. | 26000 planned
The resolution authorises the deployment of up to 5,600 police and soldiers. | 5600 planned
The Pentagon is considering sending 1,000 more troops to the Gulf. | 1000 planned
The Pentagon said 1,500 troops had been put on standby. | 1500 planned
Some 8,500 troops were put on heightened alert. | 8500 planned
Under the plan, 4,000 soldiers would guard the border. | 4000 planned
Lithuania is due to host 4,000 German soldiers. | 4000 planned
The ministry intends to recruit 20,000 soldiers by 2030. | 20000 planned
A planned 4,000-strong brigade would be based there. | 4000 planned
The proposed force of 3,000 will be led by Kenya. | 3000 planned
The army will grow to 300,000 soldiers. | 300000 planned
The army is to be cut to 100,000 soldiers. | 100000 planned
About 300 soldiers are expected to arrive on Friday. | 300 planned
The arrival of 2,000 soldiers is expected next week. | 2000 planned
Poland could send as many as 2,000 troops. | 2000 planned
The EU mission has trained 10,000 Malian soldiers since 2013. | 10000 trained
U.S. forces trained more than 3,000 commandos. | 3000 trained
The training of 15,000 Ukrainian soldiers began in November. | 15000 trained
About 1,200 police cadets are being trained. | 1200 trained
More than 700 recruits completed their training. | 700 trained
Britain will train 10,000 soldiers. | 10000 trained
The academy graduated 400 officers on Friday. | 400 trained
At least 3,500 police were on duty in central London on Saturday. | 3500 present
Nine thousand police were drafted in for the match. | 9000 deployed
The authorities have put 12,000 police on the streets. | 12000 deployed
Some 4,000 officers from across Britain have been drafted in. | 4000 deployed
The city is being guarded by 4,000 troops. | 4000 present
The city was ringed by 4,000 troops. | 4000 deployed
Guarded by 300 soldiers, the convoy crossed the border. | 300 present
The convoy was escorted by 300 soldiers. | 300 present
Police with 300 reinforcements retook the bridge. | 300 present
About 40 masked gunmen in pick-up trucks raided the village at dawn. | 40 other
The raid involved about 60 fighters. | 60 other
A band of 30 rebels ambushed the bus. | 30 other
A group of about 100 men armed with rifles attacked the police station. | 100 other
Two gunmen on a motorcycle opened fire on the checkpoint. | 2 other
Three armed men broke into the house. | 3 other
The army says 2,000 militants remain in the forest. | 2000 present
The group still commands up to 4,000 fighters. | 4000 present
Between 100 and 150 fighters are holed up in the mosque. | 100 present
The group may have as many as 20,000 fighters. | 20000 present
Intelligence officials put the group's strength at 8,000 fighters. | 8000 present
The CIA estimates that the group can muster between 20,000 and 31,500 fighters. | 20000 present
The rebels claim to have 5,000 fighters. | 5000 present
Its ranks have swelled to 15,000 fighters. | 15000 present
An estimated 500 British fighters have travelled to Syria. | 500 deployed
The firm has 1,500 armed guards in Iraq. | 1500 present
The company employs 2,000 security guards. | 2000 present
The US has sent 100 military advisers to Uganda. | 100 deployed
Washington will send up to 300 military advisers to Baghdad. | 300 planned
A team of 20 military observers arrived in Damascus on Sunday. | 20 deployed
The UN wants to send 300 unarmed observers to Syria. | 300 planned
The council approved a mission of 300 observers. | 300 planned
The OSCE has 700 monitors in Ukraine. | 700 present
The EU will deploy 100 monitors along the border. | 100 planned
Twelve more gendarmes arrived on Friday. | 12 deployed
A contingent of 140 Burundian gendarmes left for Haiti. | 140 deployed
President Macron ordered 7,000 soldiers onto the streets. | 7000 deployed
The army has recruited 5,000 new soldiers this year. | 5000 trained
Some 5,000 recruits have been called up. | 5000 deployed
Russia plans to call up 300,000 reservists. | 300000 planned
Russia has called up 300,000 reservists. | 300000 deployed
Israel mobilised 360,000 reservists after the attack. | 360000 deployed
Israel called up 16,000 more reservists, bringing the total to 86,000. | 16000 deployed; 86000 total
The cabinet authorised the army to call up 40,000 reservists. | 40000 planned
Taiwan's military has 170,000 active personnel and 1.5 million reservists. | 170000 present; 1500000 present
The country's armed forces number 45,000. | 45000 present
The army is 60,000 strong. | 60000 present
The army of 60,000 is poorly equipped. | 60000 present
South Korea has a 650,000-strong military. | 650000 present
The U.S. military presence in the country peaked at 170,000 troops in 2007. | 170000 present
At its peak, the force had 17,000 soldiers. | 17000 present
The force once had 17,000 soldiers. | 17000 present
In 2007 there were 170,000 American troops in Iraq. | 170000 present
There are fewer than 100 Dutch soldiers left in Kabul. | 100 present
Only about 200 American soldiers will remain. | 200 planned
About 200 American soldiers will stay behind to train Afghans. | 200 planned
The agreement would leave 10,000 troops in the country after 2014. | 10000 planned
The deal allows 9,800 US troops to stay. | 9800 planned
The deal provides for the withdrawal of 5,000 troops within 135 days. | 5000 withdrawn
All 130 remaining soldiers will be home by Christmas. | 130 withdrawn
Poland's 900 troops are to leave Iraq by October. | 900 withdrawn
Poland's 900 troops left Iraq in October. | 900 withdrawn
Spain's decision to withdraw its 1,300 soldiers angered Washington. | 1300 withdrawn
The last 500 French soldiers departed on Monday. | 500 withdrawn
Chad has begun withdrawing 2,000 soldiers from Mali. | 2000 withdrawn
Chad has completed the withdrawal of 2,000 soldiers. | 2000 withdrawn
Chad has halved its contingent of 1,200 soldiers. | 1200 present
Chad has reduced its contingent to 600 soldiers. | 600 present
Chad will reduce its contingent to 600 soldiers. | 600 planned
Chad is reducing its contingent by 600 soldiers. | 600 withdrawn
The mission's strength will be cut by 2,000 soldiers. | 2000 withdrawn
The mission has been cut from 15,000 to 8,000 troops. | 15000 present; 8000 present
The number of peacekeepers will rise from 15,000 to 19,000. | 15000 present; 19000 planned
The force is to be increased to 19,000 troops. | 19000 planned
The force was increased to 19,000 troops. | 19000 present
The force is expected to reach its full strength of 19,000 by June. | 19000 planned
When fully deployed, the force will number 26,000. | 26000 planned
Once at full strength, the force will comprise 26,000 troops and police. | 26000 planned
So far only 9,000 of the 26,000 troops have arrived. | 9000 deployed; 26000 total
Just 9,000 of an authorised 26,000 troops are on the ground. | 9000 present; 26000 planned
South Africa has offered up to 1,500 troops. | 1500 planned
South Africa is to contribute a battalion of 850 soldiers. | 850 planned
South Africa is considering sending 850 soldiers. | 850 planned
South Africa is prepared to send 850 soldiers. | 850 planned
South Africa has agreed to provide 850 soldiers. | 850 planned
South Africa is expected to send 850 soldiers. | 850 planned
South Africa said it would send 850 soldiers. | 850 planned
South Africa announced plans to send 850 soldiers. | 850 planned
South Africa refused to send 850 soldiers. | 850 other
South Africa turned down a request for 850 soldiers. | 850 requested
South Africa has been asked to send 850 soldiers. | 850 requested
The African Union has asked South Africa for 850 soldiers. | 850 requested
Commanders say they need 850 more soldiers. | 850 requested
Another 850 soldiers are needed to hold the town. | 850 requested
The governor asked for 300 extra police officers. | 300 requested
Police have requested 300 officers from neighbouring states. | 300 requested
Mali's request for 1,500 African soldiers was granted. | 1500 requested
The general's request for an additional 30,000 troops is being studied. | 30000 requested
He wants the 5,000 American soldiers to leave. | 5000 withdrawn
Iraq's parliament demanded the departure of 5,000 American soldiers. | 5000 withdrawn
It has trained 2,500 Somali soldiers in Uganda. | 2500 trained
Some 2,500 Somali soldiers are undergoing training in Uganda. | 2500 trained
Some 2,500 Somali soldiers were trained in Uganda. | 2500 trained
British instructors are training 2,500 Ukrainian recruits. | 2500 trained
Another 300 police officers graduated on Friday. | 300 trained
Turkey sent a convoy of 100 commandos to the border. | 100 deployed
A brigade of up to 5,000 men will be sent. | 5000 planned
Two battalions totalling 1,600 soldiers arrived on Monday. | 1600 deployed
A 120-man advance party arrived on Monday. | 120 deployed
A 40-strong team of military engineers landed on Monday. | 40 deployed
A ship carrying 600 marines docked in Freetown. | 600 deployed
Planes carrying 600 paratroopers landed in Freetown. | 600 deployed
The frigate, with 200 sailors aboard, left port. | 200 present
Helicopters dropped 80 commandos on the island. | 80 deployed
The army dispatched 600 soldiers to quell the riot. | 600 deployed
Six hundred soldiers were dispatched to quell the riot. | 600 deployed
Six hundred soldiers have been ordered to the border. | 600 deployed
Ethiopia denied it had 8,000 troops in Somalia. | 8000 present
Eritrea has 2,000 troops in Somalia, a UN report said. | 2000 present
Some 2,000 Eritrean troops are believed to be in Somalia. | 2000 present
Up to 2,000 Eritrean troops may be in Somalia. | 2000 present
Dutch troop strength in Uruzgan is to shrink from 1,950 to 1,400. | 1950 present; 1400 planned
The Pentagon trimmed its force in Somalia to 500 from 700. | 500 present; 700 present
Canada's contingent has dwindled to just 40 soldiers. | 40 present
The army shed 20,000 soldiers in the cuts. | 20000 withdrawn
Berlin wants to boost the army by 20,000 soldiers. | 20000 planned
Japan has 600 ground troops in Samawa. | 600 present
Its 600 ground troops in Samawa will come home in July. | 600 withdrawn
With 3,500 soldiers, Kenya is the third biggest contributor. | 3500 present
Kenya's 3,500 soldiers will not leave until the war is won. | 3500 present
More than 100 countries contribute about 120,000 peacekeepers to UN missions. | 120000 deployed
Pakistan, with more than 10,000 peacekeepers, tops the list. | 10000 present
The rebels outnumber the 300 soldiers in the garrison. | 300 present
Besieged by 2,000 rebels, the town is running out of food. | 2000 other
The town is defended by 300 militiamen. | 300 present
Only 300 militiamen defend the town. | 300 present
Some 300 militiamen defected to the rebels. | 300 other
Police deployed 300 officers and two water cannon. | 300 deployed
Police have 300 officers hunting the killer. | 300 present
Hundreds of riot police fired tear gas at the crowd. | 200 present
Thousands of troops and police fanned out across Karachi. | 2000 deployed
Up to 20 gunmen stormed the hotel. | 20 other
At least four gunmen took part in the assault. | 4 other
Security forces said they had surrounded 40 militants. | 40 other
The Afghan army is to grow to 240,000. | 240000 planned
Afghanistan's police force of 82,000 is poorly paid. | 82000 present
NATO is short of 750 trainers. | 750 requested
NATO lacks 750 trainers. | 750 requested
The alliance has asked for 750 more trainers. | 750 requested
Canada will provide 950 trainers. | 950 planned
Some 950 Canadian trainers will stay until 2014. | 950 planned
The first of 950 Canadian trainers have arrived. | 950 deployed
The first 300 of 950 Canadian trainers have arrived. | 300 deployed; 950 total
Five hundred Rwandan troops, the first of 800, left for Mali. | 500 deployed
France flew in 500 paratroopers overnight. | 500 deployed
France has 1,700 soldiers in Mali and plans to raise that to 2,500. | 1700 present; 2500 planned
France has increased its force from 750 to 2,500 soldiers. | 750 present; 2500 present
France has 2,500 soldiers in Mali, up from 750 a week ago. | 2500 present; 750 present
France has 2,500 soldiers in Mali, down from 4,500 in 2013. | 2500 present; 4500 present
The number of French soldiers in Mali has tripled to 2,500. | 2500 present
Togo and Benin are each sending 500 soldiers. | 500 deployed
Togo is to send 500 soldiers and Benin 300. | 500 planned; 300 planned
Togo sent 500 soldiers, Benin 300 and Ghana 120. | 500 deployed; 300 deployed; 120 deployed
Nigeria is leading the force with 1,200 men. | 1200 present
Nigeria, which is leading the force, is sending 1,200 men. | 1200 deployed
The truce monitors will number 150. | 150 planned
At its height in 2011 the US force numbered 100,000. | 100000 present
American troop numbers peaked at 100,000 in 2011. | 100000 present
The garrison, once 3,000 strong, is down to 200. | 3000 present; 200 present
Britain has 9,500 service personnel in Afghanistan, most of them in Helmand. | 9500 present
Some 9,500 British personnel, most of them in Helmand, are in Afghanistan. | 9500 present
Some 9,500 British personnel - most of them in Helmand - will leave by 2014. | 9500 withdrawn
Denmark's parliament has voted to send 300 soldiers to Mali. | 300 planned
Denmark's 300 soldiers have been placed under NATO command. | 300 deployed
China is to send a 500-strong engineering battalion to Mali. | 500 planned
China's 500 peacekeepers to leave Mali | 500 withdrawn
UN to cut 2,000 troops in Congo | 2000 withdrawn
UN extends mission, adds 2,500 troops | 2500 reinforced
Pentagon: 1,500 more US troops to Iraq | 1500 planned
Germany offers 400 soldiers for Sudan | 400 planned
Sudan accepts 3,000 UN peacekeepers | 3000 planned
Over 1,000 insurgents give up arms in Manipur | 1000 other
45 NDFB rebels surrender in Assam | 45 other
Army foils infiltration bid by six militants | 6 other
100 Taliban storm outpost | 100 other
"""

# Things that share soldiers' names, the dead, and numbers of other things: no troop counts.
NONE = """
Two F-16 fighters and four Yak fighters were sold to Chad.
The rebels freed all six officers.
The attack left eight personnel of the force dead.
The tourists came from Europe. Britain sent 250.
The soldiers guard helicopters. Chad has 12.
Highway 61 will be closed while troops clear the mud.
The air force bought 14 fighters worth $1 billion.
It ordered 36 fighter jets and 12 police cars.
The 101st Airborne took the town.
Resolution 2690 ended the mission.
The army has 14 battalions.
Nine soldiers were killed and 30 police officers were hurt.
The mission has a budget of 900 million.
He served 20 years with the troops.
Police fired 300 rounds.
The 1992 troop withdrawal went well.
Forces took 12 villages.
It has 200 armoured vehicles for its troops.
The force has lost 310 peacekeepers since 2013.
More than 3,000 Tunisians have joined the group.
A convoy of 40 vehicles carried troops to the front.
The navy has 12 frigates and 3 submarines.
The troops marched 20 kilometres.
The soldiers were paid 300 dollars.
Parliament voted 310 to 120 to send troops.
He spent 12 years in the army.
Police arrested 60 protesters.
Soldiers killed 14 rebels and captured nine.
At least 20 peacekeepers were wounded.
The rebels freed 21 peacekeepers.
Rebels kidnapped 14 policemen.
The 28th Infantry Division holds the line.
The 1,000th soldier to die was a medic.
Two former officers were jailed for life.
Three police officers were charged with murder.
A funeral was held for five soldiers.
Police seized 30 rifles.
Four police cars were set on fire.
The court sentenced 11 soldiers to death.
Some 30 customs officers went on strike.
Three flight crew officers were hurt.
Three firefighters were treated.
Nigeria's army has lost 200 men in the fighting.
Ethiopian forces captured 300 fighters.
The army said 300 fighters were captured.
He said 60 of his men had been killed.
The rebels said they had lost 60 fighters.
"""


def cases() -> list[tuple[str, str]]:
    lines = [line.split("|") for line in COUNTS.strip().splitlines()]
    return [(text.strip(), wanted.strip()) for text, wanted in lines]


def found(text: str) -> list[str]:
    facts = [fact for fact in EXTRACTOR.extract(text, date="2023-12-14").facts if fact.kind == "troop_count"]
    return [f"{fact.value} {fact.attributes['action']}" for fact in facts]


@pytest.mark.parametrize(("text", "wanted"), cases())
def test_counts_and_actions(text: str, wanted: str) -> None:
    assert found(text) == wanted.split("; ")


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_what_is_no_troop_count(text: str) -> None:
    assert found(text) == []
