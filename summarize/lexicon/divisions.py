"""First-order divisions of countries that conflict and disaster news come from, with their seats.

GeoNames' towns carry a division's code but not its name. Names here are those of ISO 3166-2 in the
English form newspapers use; the seat, given where it is named otherwise, is the town through which
the code of a division is found in the gazetteer. A test checks that every seat is a town of the
country and that no two divisions of a country share a code.

Format: divisions separated by `;`, variants of a name by `|`, and `= seat` where it differs.
`~` before a name: no seat is given, so the towns of that division do not carry its name. In the countries
of `_SECOND_ORDER` such a name is a province or district of second order, as GeoNames has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Division:
    """A first-order division.

    Attributes:
        name: Usual English name without the class word.
        aliases: Other names.
        seat: Town it is governed from; None when none is given.
        order: 1 or 2, as GeoNames counts (ADM1, ADM2).
    """

    name: str
    aliases: tuple[str, ...]
    seat: str | None
    order: int = 1


_TABLE = """
AFG: Badakhshan=Fayzabad; Badghis=Qala i Naw; Baghlan=Pul-e Khumri; Balkh=Mazar-e Sharif; Bamyan|Bamiyan; Daykundi=Nili; Farah; Faryab=Maymana; Ghazni; Ghor=Chaghcharan; Helmand=Lashkar Gah; Herat|Hirat; Jowzjan|Jawzjan=Sheberghan; Kabul; Kandahar|Qandahar; ~Kapisa; Khost; Kunar|Konar=Asadabad; Kunduz|Konduz; Laghman=Mehtar Lam; Logar=Pul-e Alam; Nangarhar=Jalalabad; Nimruz|Nimroz=Zaranj; Nuristan=Parun; Paktia=Gardez; Paktika=Sharan; Panjshir=Bazarak; Parwan=Charikar; Samangan=Aibak; Sar-e Pol|Sar-i Pul; Takhar=Taloqan; Uruzgan|Oruzgan=Tarinkot; Wardak|Maidan Wardak=Maidan Shahr; Zabul=Qalat
AGO: Bengo=Caxito; Benguela; Bié=Kuito; Cabinda; Cuando Cubango=Menongue; Cuanza Norte=N'dalatando; Cuanza Sul=Sumbe; Cunene=Ondjiva; Huambo; Huíla=Lubango; Luanda; Lunda Norte=Dundo; Lunda Sul=Saurimo; Malanje; Moxico=Luena; Namibe; Uíge; Zaire=M'banza-Congo
ARG: Catamarca; Chaco=Resistencia; Chubut=Comodoro Rivadavia; Córdoba; Corrientes; Entre Ríos=Paraná; Formosa; Jujuy=San Salvador de Jujuy; La Pampa=Santa Rosa; La Rioja; Mendoza; Misiones=Posadas; Neuquén; Río Negro=Viedma; Salta; San Juan; San Luis; Santa Cruz=Río Gallegos; Santa Fe; Santiago del Estero; Tierra del Fuego=Ushuaia; Tucumán=San Miguel de Tucumán
AUS: New South Wales|NSW=Sydney; Northern Territory=Darwin; Queensland=Brisbane; South Australia=Adelaide; Tasmania=Hobart; Victoria=Melbourne; Western Australia=Perth; Australian Capital Territory=Canberra
BDI: Bubanza; Bujumbura Mairie=Bujumbura; ~Bujumbura Rural; Bururi; Cankuzo; Cibitoke; Gitega; ~Karuzi|Karusi; Kayanza; Kirundo; Makamba; ~Muramvya; Muyinga; ~Mwaro; Ngozi; ~Rumonge; Rutana; Ruyigi
BFA: Boucle du Mouhoun=Dédougou; Cascades=Banfora; Centre=Ouagadougou; Centre-Est=Tenkodogo; Centre-Nord=Kaya; Centre-Ouest=Koudougou; Centre-Sud=Manga; Est=Fada N'gourma; Hauts-Bassins=Bobo-Dioulasso; Nord=Ouahigouya; Plateau-Central=Ziniaré; Sahel=Dori; Sud-Ouest=Gaoua
BGD: Barisal|Barishal; Chittagong|Chattogram; Dhaka; Khulna; Mymensingh; Rajshahi; Rangpur; Sylhet; ~Netrokona; ~Cox's Bazar; ~Sunamganj; ~Kurigram; ~Gaibandha; ~Jamalpur; ~Bandarban; ~Rangamati
BOL: Beni=Trinidad; Chuquisaca=Sucre; Cochabamba; La Paz; Oruro; Pando=Cobija; Potosí; Santa Cruz=Santa Cruz de la Sierra; Tarija
BRA: Acre=Rio Branco; Alagoas=Maceió; Amapá=Macapá; Amazonas=Manaus; Bahia=Salvador; Ceará=Fortaleza; Distrito Federal=Brasília; Espírito Santo=Vitória; Goiás=Goiânia; Maranhão=São Luís; Mato Grosso=Cuiabá; Mato Grosso do Sul=Campo Grande; Minas Gerais=Belo Horizonte; Pará=Belém; Paraíba=João Pessoa; Paraná=Curitiba; Pernambuco=Recife; Piauí=Teresina; Rio de Janeiro; Rio Grande do Norte=Natal; Rio Grande do Sul=Porto Alegre; Rondônia=Porto Velho; Roraima=Boa Vista; Santa Catarina=Florianópolis; São Paulo; Sergipe=Aracaju; Tocantins=Palmas
CAF: Bamingui-Bangoran=Ndélé; Bangui; Basse-Kotto=Mobaye; Haute-Kotto=Bria; Haut-Mbomou=Obo; Kémo=Sibut; Lobaye=Mbaïki; Mambéré-Kadéï=Berbérati; Mbomou=Bangassou; Nana-Grébizi=Kaga Bandoro; Nana-Mambéré=Bouar; Ombella-M'Poko=Bimbo; Ouaka=Bambari; Ouham=Bossangoa; Ouham-Pendé=Bozoum; Sangha-Mbaéré=Nola; Vakaga=Birao
CAN: Alberta=Edmonton; British Columbia=Victoria; Manitoba=Winnipeg; New Brunswick=Fredericton; Newfoundland and Labrador|Newfoundland=St. John's; Northwest Territories=Yellowknife; Nova Scotia=Halifax; Nunavut=Iqaluit; Ontario=Toronto; Prince Edward Island=Charlottetown; Quebec=Québec; Saskatchewan=Regina; Yukon=Whitehorse
CHL: Antofagasta; La Araucanía|Araucania=Temuco; Arica y Parinacota=Arica; Atacama=Copiapó; Aysén=Coyhaique; Biobío|Bío Bío=Concepción; Coquimbo=La Serena; Los Lagos=Puerto Montt; Los Ríos=Valdivia; Magallanes=Punta Arenas; Maule=Talca; Ñuble=Chillán; O'Higgins=Rancagua; Tarapacá=Iquique; Valparaíso
CHN: Anhui=Hefei; Fujian=Fuzhou; Gansu=Lanzhou; Guangdong=Guangzhou; Guangxi=Nanning; Guizhou=Guiyang; Hainan=Haikou; Hebei=Shijiazhuang; Heilongjiang=Harbin; Henan=Zhengzhou; Hubei=Wuhan; Hunan=Changsha; Inner Mongolia=Hohhot; Jiangsu=Nanjing; Jiangxi=Nanchang; Jilin=Changchun; Liaoning=Shenyang; Ningxia=Yinchuan; Qinghai=Xining; Shaanxi=Xi'an; Shandong=Jinan; Shanxi=Taiyuan; Sichuan=Chengdu; Tibet|Xizang=Lhasa; Xinjiang=Ürümqi; Yunnan=Kunming; Zhejiang=Hangzhou; Beijing; Chongqing; Shanghai; Tianjin
CIV: Abidjan; Bas-Sassandra=San-Pédro; Comoé=Abengourou; Denguélé=Odienné; Gôh-Djiboua=Gagnoa; Lacs=Dimbokro; Lagunes=Dabou; Montagnes=Man; Sassandra-Marahoué=Daloa; Savanes=Korhogo; Vallée du Bandama=Bouaké; Woroba=Séguéla; ~Yamoussoukro; Zanzan=Bondoukou
CMR: Adamawa|Adamaoua=Ngaoundéré; Centre=Yaoundé; East=Bertoua; Far North|Extreme North=Maroua; Littoral=Douala; North=Garoua; Northwest|North-West=Bamenda; South=Ebolowa; Southwest|South-West=Buea; West=Bafoussam
COD: Bas-Uele|Bas-Uélé=Buta; Équateur|Equateur=Mbandaka; Haut-Katanga=Lubumbashi; Haut-Lomami=Kamina; Haut-Uele|Haut-Uélé=Isiro; Ituri=Bunia; Kasai|Kasaï=Luebo; Kasai-Central|Kasaï-Central=Kananga; Kasai-Oriental|Kasaï-Oriental=Mbuji-Mayi; Kinshasa; Kongo Central|Bas-Congo=Matadi; ~Kwango; Kwilu=Bandundu; Lomami=Kabinda; Lualaba=Kolwezi; Mai-Ndombe=Inongo; Maniema=Kindu; Mongala=Lisala; Nord-Ubangi=Gbadolite; North Kivu|Nord-Kivu=Goma; Sankuru=Lusambo; South Kivu|Sud-Kivu=Bukavu; Sud-Ubangi=Gemena; Tanganyika=Kalemie; Tshopo=Kisangani; Tshuapa=Boende
COG: Bouenza=Madingou; Brazzaville; Cuvette=Owando; ~Kouilou; Lékoumou=Sibiti; Likouala=Impfondo; Niari=Dolisie; Plateaux=Djambala; Pointe-Noire; Pool=Kinkala; Sangha=Ouesso
COL: Amazonas=Leticia; Antioquia=Medellín; Arauca; Atlántico=Barranquilla; Bolívar=Cartagena; Boyacá=Tunja; Caldas=Manizales; Caquetá=Florencia; Casanare=Yopal; Cauca=Popayán; Cesar=Valledupar; Chocó=Quibdó; Córdoba=Montería; Guainía=Inírida; Guaviare=San José del Guaviare; Huila=Neiva; La Guajira|Guajira=Riohacha; Magdalena=Santa Marta; Meta=Villavicencio; Nariño=Pasto; Norte de Santander=Cúcuta; Putumayo=Mocoa; Quindío=Armenia; Risaralda=Pereira; Santander=Bucaramanga; Sucre=Sincelejo; Tolima=Ibagué; Valle del Cauca=Cali; Vaupés=Mitú; Vichada=Puerto Carreño
COM: Anjouan|Ndzuwani=Mutsamudu; Grande Comore|Ngazidja=Moroni; Mohéli|Mwali=Fomboni
CUB: Camagüey; Ciego de Ávila; Cienfuegos; Granma=Bayamo; Guantánamo; Holguín; Las Tunas; Matanzas; Pinar del Río; Sancti Spíritus; Santiago de Cuba; Villa Clara=Santa Clara; Havana
DEU: Baden-Württemberg=Stuttgart; Bavaria=Munich; Berlin; Brandenburg=Potsdam; Bremen; Hamburg; Hesse=Frankfurt am Main; Lower Saxony=Hannover; Mecklenburg-Vorpommern=Rostock; North Rhine-Westphalia=Köln; Rhineland-Palatinate=Mainz; Saarland=Saarbrücken; Saxony=Dresden; Saxony-Anhalt=Magdeburg; Schleswig-Holstein=Kiel; Thuringia=Erfurt
DZA: Adrar; Algiers; Batna; Béjaïa; Biskra; Blida; Bouira; Constantine; Djelfa; El Oued; Illizi; Oran; Ouargla; Sétif; Skikda; Tamanrasset; Tindouf; Tizi Ouzou; Tlemcen
ECU: Azuay=Cuenca; Carchi=Tulcán; Chimborazo=Riobamba; Cotopaxi=Latacunga; El Oro=Machala; Esmeraldas; Guayas=Guayaquil; Imbabura=Ibarra; Loja; Los Ríos=Babahoyo; Manabí=Portoviejo; Morona-Santiago=Macas; Napo=Tena; Orellana=Puerto Francisco de Orellana; Pastaza=Puyo; Pichincha=Quito; Sucumbíos=Nueva Loja; Tungurahua=Ambato
EGY: Alexandria; Aswan; Asyut|Assiut; Beheira=Damanhur; Beni Suef; Cairo; Dakahlia=Mansoura; Damietta; Faiyum|Fayoum=Al Fayyum; Gharbia=Tanta; Giza; Ismailia; Kafr el-Sheikh; Luxor; Matrouh|Matruh=Marsa Matruh; Minya; Monufia|Menoufia=Shibin al Kawm; New Valley|Wadi al-Jadid=Kharga; North Sinai=Arish; Port Said; Qalyubia=Banha; Qena; Red Sea=Hurghada; Sharqia=Zagazig; Sohag; South Sinai=El-Tor; Suez
ERI: Anseba=Keren; Debub|Southern Region=Mendefera; Gash-Barka=Barentu; Maekel|Central Region=Asmara; Northern Red Sea=Massawa; Southern Red Sea=Assab
ESP: Andalusia=Sevilla; Aragon=Zaragoza; Asturias=Oviedo; Balearic Islands=Palma; Canary Islands=Las Palmas de Gran Canaria; Cantabria=Santander; Castile and León=Valladolid; Castilla-La Mancha=Toledo; Catalonia=Barcelona; Ceuta; Extremadura=Badajoz; Galicia=Vigo; La Rioja=Logroño; Madrid; Melilla; Murcia; Navarre=Pamplona; Valencian Community=Valencia
ETH: Addis Ababa; Afar=Semera; Amhara=Bahir Dar; Benishangul-Gumuz=Asosa; Dire Dawa; Gambela|Gambella; Harari=Harar; Oromia=Adama; Sidama=Hawassa; Somali Region=Jijiga; ~Southern Nations, Nationalities, and Peoples; Tigray=Mekelle
FRA: Auvergne-Rhône-Alpes=Lyon; Bourgogne-Franche-Comté=Dijon; Brittany=Rennes; Centre-Val de Loire=Orléans; Corsica=Ajaccio; Grand Est=Strasbourg; Hauts-de-France=Lille; Île-de-France=Paris; Normandy=Rouen; Nouvelle-Aquitaine=Bordeaux; Occitanie=Toulouse; Pays de la Loire=Nantes; Provence-Alpes-Côte d'Azur=Marseille
GIN: Boké; Conakry; Faranah; Kankan; Kindia; Labé; Mamou; Nzérékoré
GTM: Alta Verapaz=Cobán; Baja Verapaz=Salamá; Chimaltenango; Chiquimula; El Progreso=Guastatoya; Escuintla; Huehuetenango; Izabal=Puerto Barrios; Jalapa; Jutiapa; Petén=Flores; Quetzaltenango; Quiché=Santa Cruz del Quiché; Retalhuleu; Sacatepéquez=Antigua Guatemala; San Marcos; Santa Rosa=Cuilapa; Sololá; Suchitepéquez=Mazatenango; Totonicapán; Zacapa
HND: Atlántida=La Ceiba; Choluteca; Colón=Trujillo; Comayagua; Copán=Santa Rosa de Copán; Cortés=San Pedro Sula; El Paraíso=Yuscarán; Francisco Morazán=Tegucigalpa; Gracias a Dios=Puerto Lempira; Intibucá=La Esperanza; ~Islas de la Bahía|Bay Islands; Lempira=Gracias; Olancho=Juticalpa; Santa Bárbara; Valle=Nacaome; Yoro
HTI: Artibonite=Gonaïves; Centre=Hinche; Grand'Anse=Jérémie; Nippes=Miragoâne; Nord=Cap-Haïtien; Nord-Est=Fort Liberté; Nord-Ouest=Port-de-Paix; Ouest=Port-au-Prince; Sud=Les Cayes; Sud-Est=Jacmel
IDN: Aceh=Banda Aceh; Bali=Denpasar; Banten=Serang; Bengkulu; Central Java=Semarang; Central Kalimantan=Palangkaraya; Central Sulawesi=Palu; East Java=Surabaya; East Kalimantan=Samarinda; East Nusa Tenggara=Kupang; Gorontalo; Jakarta; Jambi; Lampung=Bandar Lampung; Maluku=Ambon; North Kalimantan=Tanjung Selor; North Maluku=Ternate; North Sulawesi=Manado; North Sumatra=Medan; Papua=Jayapura; Riau=Pekanbaru; South Kalimantan=Banjarmasin; South Sulawesi=Makassar; South Sumatra=Palembang; Southeast Sulawesi=Kendari; West Java=Bandung; West Kalimantan=Pontianak; West Nusa Tenggara=Mataram; West Papua=Manokwari; West Sulawesi=Mamuju; West Sumatra=Padang; Yogyakarta
IND: Andaman and Nicobar Islands=Port Blair; Andhra Pradesh=Vijayawada; Arunachal Pradesh=Itanagar; Assam=Guwahati; Bihar=Patna; Chandigarh; Chhattisgarh=Raipur; Delhi; Goa=Panaji; Gujarat=Ahmedabad; Haryana=Faridabad; Himachal Pradesh=Shimla; Jammu and Kashmir=Srinagar; Jharkhand=Ranchi; Karnataka=Bengaluru; Kerala=Thiruvananthapuram; Madhya Pradesh=Bhopal; Maharashtra=Mumbai; Manipur=Imphal; Meghalaya=Shillong; Mizoram=Aizawl; Nagaland=Kohima; Odisha|Orissa=Bhubaneswar; Puducherry; Punjab=Amritsar; Rajasthan=Jaipur; Sikkim=Gangtok; Tamil Nadu=Chennai; Telangana=Hyderabad; Tripura=Agartala; Uttar Pradesh=Lucknow; Uttarakhand=Dehradun; West Bengal=Kolkata
IRN: Alborz=Karaj; Ardabil; Bushehr; Chaharmahal and Bakhtiari=Shahr-e Kord; East Azerbaijan=Tabriz; Fars=Shiraz; Gilan=Rasht; Golestan=Gorgan; Hamadan; Hormozgan=Bandar Abbas; Ilam; Isfahan|Esfahan; Kerman; Kermanshah; Khuzestan=Ahvaz; Kohgiluyeh and Boyer-Ahmad=Yasuj; Kurdistan Province=Sanandaj; Lorestan=Khorramabad; Markazi=Arak; Mazandaran=Sari; North Khorasan=Bojnurd; Qazvin; Qom; Razavi Khorasan=Mashhad; Semnan; Sistan and Baluchestan|Sistan-Baluchestan=Zahedan; South Khorasan=Birjand; Tehran; West Azerbaijan=Urmia; Yazd; Zanjan
IRQ: Anbar|al-Anbar=Ramadi; Babil|Babylon=Hillah; Baghdad; Basra|Basrah; Dhi Qar|Thi Qar=Nasiriyah; Diyala=Baqubah; Dohuk|Duhok; Erbil|Arbil|Irbil; ~Halabja; Karbala|Kerbala; Kirkuk|Tamim; Maysan|Missan=Amarah; Muthanna=Samawah; Najaf; Nineveh|Ninewa|Ninawa=Mosul; Qadisiyah|Diwaniyah=Al Diwaniyah; Salah al-Din|Salahuddin|Saladin|Salah ad-Din=Tikrit; Sulaymaniyah|Sulaimaniyah; Wasit=Kut
ITA: Abruzzo=L'Aquila; Aosta Valley=Aosta; Apulia|Puglia=Bari; Basilicata=Potenza; Calabria=Catanzaro; Campania=Naples; Emilia-Romagna=Bologna; Friuli Venezia Giulia=Trieste; Lazio=Rome; Liguria=Genoa; Lombardy=Milan; Marche=Ancona; Molise=Campobasso; Piedmont=Turin; Sardinia=Cagliari; Sicily=Palermo; Trentino-Alto Adige=Trento; Tuscany=Florence; Umbria=Perugia; Veneto=Venice
KEN: Baringo=Kabarnet; Bungoma; Busia; Garissa; Homa Bay; Isiolo; Kajiado; Kakamega; Kericho; Kiambu; Kilifi; Kisii; Kisumu; Kitui; Kwale; Laikipia=Rumuruti; Lamu; Machakos; Mandera; Marsabit; Meru; Migori; Mombasa; Nairobi; Nakuru; Narok; Nyeri; Samburu=Maralal; Siaya; Tana River=Hola; Trans Nzoia=Kitale; Turkana=Lodwar; Wajir; West Pokot=Kapenguria
KHM: Banteay Meanchey=Sisophon; Battambang; Kampong Cham; Kampong Chhnang; Kampong Speu; Kampong Thom; Kampot; ~Kandal; Kep; Koh Kong; Kratié|Kratie; ~Mondulkiri; ~Oddar Meanchey; Pailin; Phnom Penh; Preah Vihear=Tbeng Meanchey; Prey Veng; Pursat; ~Ratanakiri; Siem Reap; ~Preah Sihanouk; Stung Treng; Svay Rieng; Takéo|Takeo; ~Tbong Khmum
LBN: Akkar=Halba; Baalbek-Hermel=Baalbek; Beirut; Beqaa Governorate=Zahlé; Mount Lebanon=Baabda; Nabatieh|Nabatiyeh; North Lebanon=Tripoli; South Lebanon=Sidon
LBY: Benghazi; Butnan=Tobruk; Derna; Ghat; Jabal al Akhdar=Bayda; Jabal al Gharbi=Gharyan; ~Jafara; Jufra=Hun; Kufra=Al Jawf; Marj=Al Marj; Misrata; Murqub=Khoms; Murzuq; Nalut; Nuqat al Khams=Zuwara; Sabha; Sirte; Tripoli; Wadi al Hayaa=Ubari; Wadi al Shatii=Brak; Al Wahat=Ajdabiya; Zawiya
LKA: Central=Kandy; Eastern=Trincomalee; North Central=Anuradhapura; North Western=Kurunegala; Northern=Jaffna; Sabaragamuwa=Ratnapura; Southern=Galle; Uva=Badulla; Western=Colombo
MEX: Aguascalientes; Baja California=Mexicali; Baja California Sur=La Paz; Campeche; Chiapas=Tuxtla Gutiérrez; Chihuahua; Coahuila=Saltillo; Colima; Durango; Guanajuato; Guerrero=Acapulco; Hidalgo=Pachuca; Jalisco=Guadalajara; State of Mexico=Toluca; Michoacán=Morelia; Morelos=Cuernavaca; Nayarit=Tepic; Nuevo León=Monterrey; Oaxaca; Puebla; Querétaro; Quintana Roo=Cancún; San Luis Potosí; Sinaloa=Culiacán; Sonora=Hermosillo; Tabasco=Villahermosa; Tamaulipas=Reynosa; Tlaxcala; Veracruz=Xalapa; Yucatán=Mérida; Zacatecas
MLI: Bamako; Gao; Kayes; Kidal; Koulikoro; Mopti; Ségou; Sikasso; Timbuktu|Tombouctou; Ménaka|Menaka; Taoudénit|Taoudenni
MMR: Ayeyarwady|Irrawaddy=Pathein; Bago|Pegu; Chin=Hakha; Kachin=Myitkyina; Kayah|Karenni=Loikaw; Kayin|Karen=Hpa-An; Magway|Magwe; Mandalay; Mon=Mawlamyine; Naypyidaw|Nay Pyi Taw; Rakhine|Arakan=Sittwe; Sagaing=Monywa; Shan|Northern Shan=Taunggyi; Tanintharyi|Tenasserim=Dawei; Yangon|Rangoon
MOZ: Cabo Delgado=Pemba; Gaza=Xai-Xai; Inhambane; Manica=Chimoio; Maputo; Nampula; Niassa=Lichinga; Sofala=Beira; Tete; Zambezia|Zambézia=Quelimane
MWI: Northern Region=Mzuzu; Central Region=Lilongwe; Southern Region=Blantyre; ~Nsanje; ~Chikwawa
NER: Agadez; Diffa; Dosso; Maradi; Niamey; Tahoua; Tillabéri|Tillaberi; Zinder
NGA: Abia=Umuahia; Abuja; Adamawa=Yola; Akwa Ibom=Uyo; Anambra=Awka; Bauchi; Bayelsa=Yenagoa; Benue=Makurdi; Borno=Maiduguri; Cross River=Calabar; Delta=Asaba; Ebonyi=Abakaliki; Edo=Benin City; Ekiti=Ado-Ekiti; Enugu; Gombe; Imo=Owerri; Jigawa=Dutse; Kaduna; Kano; Katsina; Kebbi=Birnin Kebbi; Kogi=Lokoja; Kwara=Ilorin; Lagos=Ikeja; Nasarawa=Lafia; Niger State=Minna; Ogun=Abeokuta; Ondo=Akure; Osun=Osogbo; Oyo=Ibadan; Plateau=Jos; Rivers=Port Harcourt; Sokoto; Taraba=Jalingo; Yobe=Damaturu; Zamfara=Gusau
NPL: Koshi=Biratnagar; Madhesh=Janakpur; Bagmati=Hetauda; Gandaki=Pokhara; Lumbini=Butwal; Karnali=Birendranagar; Sudurpashchim=Dhangadhi
PAK: Azad Kashmir|Pakistan-administered Kashmir=Muzaffarabad; Balochistan|Baluchistan=Quetta; Gilgit-Baltistan=Gilgit; Islamabad; Khyber Pakhtunkhwa|KP=Peshawar; Punjab=Lahore; Sindh|Sind=Karachi
PER: Amazonas=Chachapoyas; Áncash=Huaraz; Apurímac=Abancay; Arequipa; Ayacucho; Cajamarca; Cusco|Cuzco; Huancavelica; Huánuco; Ica; Junín=Huancayo; La Libertad=Trujillo; Lambayeque=Chiclayo; Loreto=Iquitos; Madre de Dios=Puerto Maldonado; Moquegua; Pasco=Cerro de Pasco; Piura; Puno; San Martín=Moyobamba; Tacna; Tumbes; Ucayali=Pucallpa
PHL: ~Abra; ~Agusan del Norte; ~Agusan del Sur; ~Albay; ~Aurora; ~Basilan; ~Bohol; ~Bukidnon; ~Cagayan; ~Catanduanes; ~Cebu; ~Cotabato; ~Davao del Sur; ~Davao Oriental; ~Eastern Samar; ~Iloilo; ~Isabela; ~Lanao del Norte; ~Lanao del Sur; ~Leyte; ~Maguindanao; ~Masbate; ~Negros Occidental; ~Negros Oriental; ~Northern Samar; ~Palawan; ~Pampanga; ~Quezon; ~Samar; ~Sorsogon; ~Southern Leyte; ~Sulu; ~Sultan Kudarat; ~Tawi-Tawi; ~Zamboanga del Norte; ~Zamboanga del Sur
PRK: Chagang=Kanggye; North Hamgyong=Chongjin; South Hamgyong=Hamhung; North Hwanghae=Sariwon; South Hwanghae=Haeju; Kangwon=Wonsan; North Pyongan=Sinuiju; South Pyongan=Pyongsong; Ryanggang=Hyesan; Pyongyang
RUS: Belgorod; Bryansk; Kursk; Rostov=Rostov-on-Don; Voronezh; Krasnodar|Krasnodar Krai; Dagestan=Makhachkala; Ingushetia=Nazran; Kabardino-Balkaria=Nalchik; North Ossetia=Vladikavkaz; Stavropol=Pyatigorsk; Tatarstan=Kazan; Bashkortostan=Ufa; Kaliningrad; Murmansk; Leningrad Oblast=Gatchina; Pskov; Smolensk; Tver; Tula; Ryazan; Saratov; Samara; Volgograd; Astrakhan; Sverdlovsk=Yekaterinburg; Primorye=Vladivostok; Buryatia=Ulan-Ude; Tuva=Kyzyl; Sakha|Yakutia=Yakutsk; Sakhalin=Yuzhno-Sakhalinsk; Kamchatka=Petropavlovsk-Kamchatsky; Karelia=Petrozavodsk
SAU: Asir=Abha; Al Bahah; Eastern Province=Dammam; Hail; Jizan|Jazan; Al Jawf=Sakaka; Mecca|Makkah; Medina|Madinah; Najran; Northern Borders=Arar; Al-Qassim|Qassim=Buraidah; Riyadh; Tabuk
SDN: Blue Nile=Ed Damazin; Central Darfur=Zalingei; East Darfur=Ed Daein; Gedaref|Al Qadarif; Gezira|Al Jazirah|Al Gezira=Wad Madani; Kassala; Khartoum; North Darfur=El Fasher; North Kordofan=El Obeid; Northern State=Dongola; Red Sea=Port Sudan; River Nile=Ad-Damir; Sennar=Singa; South Darfur=Nyala; South Kordofan=Kadugli; West Darfur=Geneina; West Kordofan=An Nahud; White Nile=Rabak
SEN: Dakar; Diourbel; Fatick; Kaffrine; Kaolack; Kédougou; Kolda; Louga; Matam; Saint-Louis; Sédhiou; Tambacounda; Thiès; Ziguinchor
SLV: Ahuachapán; Cabañas=Sensuntepeque; Chalatenango; Cuscatlán=Cojutepeque; La Libertad=Santa Tecla; La Paz=Zacatecoluca; La Unión; Morazán=San Francisco; San Miguel; San Salvador; San Vicente; Santa Ana; Sonsonate; Usulután
SOM: Awdal=Borama; Bakool=Hudur; Banaadir|Banadir|Benadir=Mogadishu; Bari=Bosaso; Bay=Baidoa; Galguduud|Galgaduud=Dhusamareb; Gedo=Garbahaarrey; Hiiraan|Hiran=Beledweyne; Middle Juba=Bu'aale; Lower Juba=Kismayo; Lower Shabelle|Lower Shabele=Marka; Middle Shabelle=Jowhar; Mudug=Galkayo; Nugaal=Garowe; Sanaag=Erigavo; Sool=Las Anod; Togdheer=Burao; Woqooyi Galbeed=Hargeisa
SSD: Central Equatoria=Juba; Eastern Equatoria=Torit; Jonglei=Bor; Lakes=Rumbek; Northern Bahr el Ghazal=Aweil; Unity=Bentiu; Upper Nile=Malakal; Warrap=Kuajok; Western Bahr el Ghazal=Wau; Western Equatoria=Yambio
SYR: Aleppo|Halab; Damascus; Rif Dimashq|Rural Damascus|Damascus Countryside=Douma; Daraa|Deraa; Deir ez-Zor|Deir al-Zor; Hama; Hasakah|Hasaka|Hassakeh; Homs; Idlib; Latakia|Lattakia; Quneitra; Raqqa; Suwayda|Sweida|As-Suwayda; Tartus|Tartous
TCD: Batha=Ati; Borkou=Faya-Largeau; Chari-Baguirmi=Massenya; Ennedi Est=Amdjarass; Ennedi Ouest=Fada; Guéra=Mongo; Hadjer-Lamis=Massakory; Kanem=Mao; Lac=Bol; Logone Occidental=Moundou; Logone Oriental=Doba; Mandoul=Koumra; Mayo-Kebbi Est=Bongor; Mayo-Kebbi Ouest=Pala; Moyen-Chari=Sarh; N'Djamena; Ouaddaï|Ouaddai=Abéché; Salamat=Am Timan; Sila=Goz Beïda; Tandjilé=Laï; Tibesti=Bardaï; Wadi Fira=Biltine
THA: Narathiwat; Pattani; Songkhla; Yala; Chiang Mai; Chiang Rai; Mae Hong Son; Tak; Phuket; Bangkok
TJK: Gorno-Badakhshan=Khorugh; Khatlon=Bokhtar; Sughd=Khujand
TUR: Adana; Adıyaman; Ağrı; Ankara; Antalya; Batman; Bingöl; Bitlis; Diyarbakır; Elazığ; Erzurum; Gaziantep; Hakkâri; Hatay=Antakya; Istanbul; İzmir; Kahramanmaraş; Kilis; Kocaeli=İzmit; Konya; Malatya; Mardin; Mersin; Muş; Osmaniye; Şanlıurfa; Siirt; Şırnak; Tunceli; Van
TZA: Arusha; Dar es Salaam; Dodoma; Geita; Iringa; Kagera=Bukoba; Katavi=Mpanda; Kigoma; Kilimanjaro=Moshi; Lindi; Manyara=Babati; Mara=Musoma; Mbeya; Morogoro; Mtwara; Mwanza; Njombe; Pwani=Kibaha; Rukwa=Sumbawanga; Ruvuma=Songea; Shinyanga; Simiyu=Bariadi; Singida; Songwe=Vwawa; Tabora; Tanga
UGA: ~Acholi; ~Karamoja; ~West Nile; ~Kasese; ~Bundibugyo; ~Gulu; ~Lamwo; ~Adjumani
UKR: Cherkasy; Chernihiv; Chernivtsi; Dnipropetrovsk=Dnipro; Donetsk; Ivano-Frankivsk; Kharkiv|Kharkov; Kherson; Khmelnytskyi|Khmelnytskyy; Kirovohrad=Kropyvnytskyi; Luhansk|Lugansk; Lviv|Lvov; Mykolaiv|Nikolaev; Odesa|Odessa; Poltava; Rivne; Sumy; Ternopil; Vinnytsia; Volyn=Lutsk; Zakarpattia=Uzhhorod; Zaporizhzhia|Zaporizhia|Zaporozhye; Zhytomyr; ~Kyiv Oblast|Kyiv region|Kiev region
USA: Alabama=Montgomery; Alaska=Anchorage; Arizona=Phoenix; Arkansas=Little Rock; California=Los Angeles; Colorado=Denver; Connecticut=Hartford; Delaware=Dover; District of Columbia|D.C.=Washington; Florida=Jacksonville; Georgia=Atlanta; Hawaii=Honolulu; Idaho=Boise; Illinois=Chicago; Indiana=Indianapolis; Iowa=Des Moines; Kansas=Wichita; Kentucky=Louisville; Louisiana=New Orleans; Maine=Bangor; Maryland=Baltimore; Massachusetts=Boston; Michigan=Detroit; Minnesota=Minneapolis; Mississippi=Jackson; Missouri=Kansas City; Montana=Billings; Nebraska=Omaha; Nevada=Las Vegas; New Hampshire=Nashua; New Jersey=Newark; New Mexico=Albuquerque; New York State=New York City; North Carolina=Charlotte; North Dakota=Fargo; Ohio=Columbus; Oklahoma=Oklahoma City; Oregon=Eugene; Pennsylvania|Pa.=Philadelphia; Rhode Island=Providence; South Carolina=Charleston; South Dakota=Sioux Falls; Tennessee=Nashville; Texas=Houston; Utah=Salt Lake City; Vermont=South Burlington; Virginia=Virginia Beach; Washington State=Seattle; West Virginia=Morgantown; Wisconsin=Milwaukee; Wyoming=Cheyenne
VEN: Amazonas=Puerto Ayacucho; Anzoátegui=Barcelona; Apure=San Fernando de Apure; Aragua=Maracay; Barinas; Bolívar=Ciudad Bolívar; Carabobo=Valencia; Falcón=Coro; Guárico=San Juan de los Morros; Lara=Barquisimeto; Mérida; Miranda=Los Teques; Monagas=Maturín; Portuguesa=Guanare; Sucre=Cumaná; Táchira=San Cristóbal; Trujillo; Yaracuy=San Felipe; Zulia=Maracaibo
YEM: Abyan=Zinjibar; Aden; Amran; Bayda|Al Bayda|Baidha=Al Bayda; Dhale|Ad Dali|Dhalea; Dhamar; Hadramawt|Hadhramaut|Hadramout=Mukalla; Hajjah|Hajja; Hodeidah|Hudaydah|Al Hudaydah|Hodeida=Al Hudaydah; Ibb; Al Jawf=Al Hazm; Lahij|Lahj; Mahra|Al Mahrah=Al Ghaydah; Mahwit|Al Mahwit; Marib|Ma'rib; Raymah|Raima=Al Jabin; Saada|Sa'dah|Saadah; Sanaa|Sana'a; Shabwa|Shabwah=Ataq; Socotra=Hadibu; Taiz|Ta'izz
ZAF: Eastern Cape=Bhisho; Free State=Bloemfontein; Gauteng=Johannesburg; KwaZulu-Natal=Durban; Limpopo=Polokwane; Mpumalanga=Mbombela; North West=Mahikeng; Northern Cape=Kimberley; Western Cape=Cape Town
ZWE: Bulawayo; Harare; Manicaland=Mutare; Mashonaland Central=Bindura; Mashonaland East=Marondera; Mashonaland West=Chinhoyi; Masvingo; ~Matabeleland North; Matabeleland South=Gwanda; Midlands=Gweru
"""  # noqa: E501  # one country a line


_SECOND_ORDER = frozenset({"BGD", "PHL", "UGA"})


def _division(country: str, text: str) -> Division:
    names, _, seat = text.strip().partition("=")
    first, *others = (name.strip() for name in names.removeprefix("~").split("|"))
    if names.startswith("~"):
        return Division(first, tuple(others), None, order=2 if country in _SECOND_ORDER else 1)
    return Division(first, tuple(others), seat.strip() or first)


def _rows(table: str) -> Iterator[tuple[str, tuple[Division, ...]]]:
    for line in table.strip().splitlines():
        code, _, names = line.partition(": ")
        yield code, tuple(_division(code, item) for item in names.split(";"))


DIVISIONS: Mapping[str, tuple[Division, ...]] = MappingProxyType(dict(_rows(_TABLE)))
"""Divisions by the country's ISO alpha-3 code."""
