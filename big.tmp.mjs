import { chromium } from '@playwright/test';
const [,,port,who,lang,way,out,...paths]=process.argv;
const base=`http://localhost:${port}`;
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu']});
const vp={big:{width:360,height:740},zoom:{width:320,height:256},space:{width:320,height:740},phone:{width:360,height:740},desk:{width:1280,height:900}}[way];
const c=await b.newContext({viewport:vp,extraHTTPHeaders:{'x-forwarded-for':'203.0.113.'+(10+Math.floor(Math.random()*200))},colorScheme:process.env.DARK?'dark':'light'});
await c.addCookies([{name:'locale',value:lang,url:base}]);
const p=await c.newPage();
if(who!=='-'){await p.goto(base+'/sign-in');await p.locator('[name=identifier]').fill(who);await p.locator('[name=password]').fill('cascade-demo');await Promise.all([p.waitForURL(u=>!u.pathname.startsWith('/sign-in')),p.locator('main form button[type=submit]').first().click()]);
await c.addCookies([{name:'locale',value:lang,url:base}]);}
const cdp=await c.newCDPSession(p);

let i=0;for(const path of paths){await p.goto(base+path,{waitUntil:'networkidle'});if(way==='big'){const s=await c.newCDPSession(p);await s.send('Page.setFontSizes',{fontSizes:{standard:32,fixed:29}});await p.setViewportSize({width:360,height:Number(process.env.H||1700)});await p.waitForTimeout(300);await p.evaluate(y=>window.scrollTo(0,y),Number(process.env.Y||0));console.log(await p.evaluate(()=>getComputedStyle(document.documentElement).fontSize))}if(way==='space')await p.addStyleTag({content:"* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"});await p.screenshot({path:`${out}${i++}.png`,});}
await b.close();
