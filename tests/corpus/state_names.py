"""Every member and observer as titles print it, with its short form and code, and former names."""

from __future__ import annotations

# Name as lists print it = code; "the " stands before those that take the article in titles;
# "long > short" where a title prints the long form.
PRESENT = """
Afghanistan=AFG; Albania=ALB; Algeria=DZA; Andorra=AND; Angola=AGO; Antigua and Barbuda=ATG;
Argentina=ARG; Armenia=ARM; Australia=AUS; Austria=AUT; Azerbaijan=AZE; the Bahamas=BHS;
Bahrain=BHR; Bangladesh=BGD; Barbados=BRB; Belarus=BLR; Belgium=BEL; Belize=BLZ; Benin=BEN;
Bhutan=BTN; the Plurinational State of Bolivia > Bolivia (Plurinational State of)=BOL;
Bosnia and Herzegovina=BIH; Botswana=BWA; Brazil=BRA; Brunei Darussalam=BRN; Bulgaria=BGR;
Burkina Faso=BFA; Burundi=BDI; Cabo Verde=CPV; Cambodia=KHM; Cameroon=CMR; Canada=CAN;
the Central African Republic=CAF; Chad=TCD; Chile=CHL; China=CHN; Colombia=COL; the Comoros=COM;
the Congo=COG; Costa Rica=CRI; Côte d’Ivoire > Côte d'Ivoire=CIV; Croatia=HRV; Cuba=CUB;
Cyprus=CYP; Czechia=CZE;
the Democratic People’s Republic of Korea > Democratic People's Republic of Korea=PRK;
the Democratic Republic of the Congo=COD; Denmark=DNK; Djibouti=DJI; Dominica=DMA;
the Dominican Republic=DOM; Ecuador=ECU; Egypt=EGY; El Salvador=SLV; Equatorial Guinea=GNQ;
Eritrea=ERI; Estonia=EST; Eswatini=SWZ; Ethiopia=ETH; Fiji=FJI; Finland=FIN; France=FRA; Gabon=GAB;
the Gambia > Gambia=GMB; Georgia=GEO; Germany=DEU; Ghana=GHA; Greece=GRC; Grenada=GRD;
Guatemala=GTM; Guinea=GIN; Guinea-Bissau=GNB; Guyana=GUY; Haiti=HTI; Honduras=HND; Hungary=HUN;
Iceland=ISL; India=IND; Indonesia=IDN;
the Islamic Republic of Iran > Iran (Islamic Republic of)=IRN; Iraq=IRQ; Ireland=IRL; Israel=ISR;
Italy=ITA; Jamaica=JAM; Japan=JPN; Jordan=JOR; Kazakhstan=KAZ; Kenya=KEN; Kiribati=KIR;
Kuwait=KWT; Kyrgyzstan=KGZ;
the Lao People’s Democratic Republic > Lao People's Democratic Republic=LAO; Latvia=LVA;
Lebanon=LBN; Lesotho=LSO; Liberia=LBR; Libya=LBY; Liechtenstein=LIE; Lithuania=LTU;
Luxembourg=LUX; Madagascar=MDG; Malawi=MWI; Malaysia=MYS; Maldives=MDV; Mali=MLI; Malta=MLT;
the Marshall Islands=MHL; Mauritania=MRT; Mauritius=MUS; Mexico=MEX;
the Federated States of Micronesia > Micronesia (Federated States of)=FSM; Monaco=MCO;
Mongolia=MNG; Montenegro=MNE; Morocco=MAR; Mozambique=MOZ; Myanmar=MMR; Namibia=NAM; Nauru=NRU;
Nepal=NPL; New Zealand=NZL; Nicaragua=NIC; the Niger=NER; Nigeria=NGA; North Macedonia=MKD;
Norway=NOR; Oman=OMN; Pakistan=PAK; Palau=PLW; Panama=PAN; Papua New Guinea=PNG; Paraguay=PRY;
Peru=PER; the Philippines=PHL; Poland=POL; Portugal=PRT; Qatar=QAT; the Republic of Korea=KOR;
the Republic of Moldova=MDA; Romania=ROU; the Russian Federation=RUS; Rwanda=RWA;
Saint Kitts and Nevis=KNA; Saint Lucia=LCA; Saint Vincent and the Grenadines=VCT; Samoa=WSM;
San Marino=SMR; Sao Tome and Principe=STP; Saudi Arabia=SAU; Senegal=SEN; Serbia=SRB;
Seychelles=SYC; Sierra Leone=SLE; Singapore=SGP; Slovakia=SVK; Slovenia=SVN;
Solomon Islands=SLB; Somalia=SOM; South Africa=ZAF; South Sudan=SSD; Spain=ESP; Sri Lanka=LKA;
the Sudan=SDN; Suriname=SUR; Sweden=SWE; Switzerland=CHE; the Syrian Arab Republic=SYR;
Tajikistan=TJK; Thailand=THA; Timor-Leste=TLS; Togo=TGO; Tonga=TON; Trinidad and Tobago=TTO;
Tunisia=TUN; Türkiye=TUR; Turkmenistan=TKM; Tuvalu=TUV; Uganda=UGA; Ukraine=UKR;
the United Arab Emirates=ARE; the United Kingdom of Great Britain and Northern Ireland=GBR;
the United Republic of Tanzania=TZA; the United States of America=USA; Uruguay=URY;
Uzbekistan=UZB; Vanuatu=VUT; the Bolivarian Republic of Venezuela > Venezuela (Bolivarian Republic
of)=VEN; Viet Nam=VNM; Yemen=YEM; Zambia=ZMB; Zimbabwe=ZWE
"""

# Names of other days: year of the letter, name as printed, code of the State that goes on.
FORMER = """
1995: the Czech Republic=CZE; 1995: Kazakstan=KAZ; 1996: Zaire=COD; 1994: Belarus=BLR;
2004: the Libyan Arab Jamahiriya=LBY; 2004: Turkey=TUR; 2004: Serbia and Montenegro=SCG;
2010: the former Yugoslav Republic of Macedonia > The former Yugoslav Republic of Macedonia=MKD;
2010: Swaziland=SWZ; 2010: Cape Verde=CPV; 2003: Bolivia=BOL; 2004: Venezuela > Venezuela=VEN
"""
