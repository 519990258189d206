/** Names of groups, countries and kinds of files as French has them, where the index of names has not. */
export const frenchNames = `
Islamic State=État islamique,l'État islamique,Daech,groupe État islamique,groupe EI,EI,organisation État islamique
Al-Qaeda=Al Qaïda,Al Qaida
Taliban=talibans,taliban,les talibans
Al-Shabaab=shebab,shebabs,chebab,les shebab
Houthis=houthis,les houthis
Hezbollah=Hezbollah,le Hezbollah
Myanmar=Birmanie
DR Congo=RDC,République démocratique du Congo
Central African Republic=Centrafrique
United States=États Unis
Kurdish=kurde,kurdes
csv=csv
xlsx=xlsx
excel=excel
geojson=geojson
json=json
`;
