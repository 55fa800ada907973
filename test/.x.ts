import { emptyDocument } from '#core/document.ts'
import { createRandom } from '#core/random.ts'
import { planReading } from '#formats/import/plan-import.ts'
import { readFile } from '#formats/read-file.ts'
import Papa from 'papaparse'
const chance = createRandom(3); const types = ['violence','theft','protest','roadblock']; const two=(n:number)=>String(n).padStart(2,'0')
const N=Number(process.argv[2]??20000), rounds=Number(process.argv[3]??15)
const pieces = Array.from({length:rounds},(_,r)=>new TextEncoder().encode('id,date,type,latitude,longitude,affected,title\n'+Array.from({length:N},(_,i)=>`E${r*N+i},20${10+chance.below(15)}-${two(1+chance.below(12))}-${two(1+chance.below(28))},${types[chance.below(4)]},${(4.5+4*chance.next()).toFixed(5)},${(-11+3*chance.next()).toFixed(5)},${i%50},"Near place ${i%500}"`).join('\n')))
const ctx={document:emptyDocument('b'),theatre:null,isSwapped:false,now:'2026-11-22T12:00:00Z',fileHash:null}
let a=0,b=0,p=0; let reading:any=null
for (const bytes of pieces){ const t00=(process.cpuUsage().user/1000); Papa.parse(new TextDecoder().decode(bytes)); const t0=(process.cpuUsage().user/1000); const t=await readFile('a.csv',bytes); if(!t.ok) throw 1; const t1=(process.cpuUsage().user/1000); reading ??= planReading(t.value[0]!,ctx); reading.add(t.value[0]!); const t2=(process.cpuUsage().user/1000); p+=t0-t00; a+=t1-t0;b+=t2-t1 }
const t3=(process.cpuUsage().user/1000); const plan=reading.end(); const e=(process.cpuUsage().user/1000)-t3
const R=N*rounds
console.log(plan.rowsAccepted, 'papa',(1000*p/R).toFixed(2),'read us/row',(1000*a/R).toFixed(2),'plan us/row',(1000*b/R).toFixed(2),'end',(1000*e/R).toFixed(2),'ratio',((a+b+e)/p).toFixed(1))
