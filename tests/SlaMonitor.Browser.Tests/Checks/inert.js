const findings = [];
for (const element of document.querySelectorAll('script, iframe, frame, object, embed, base, link, audio, video, meta[http-equiv="refresh" i]'))
  findings.push(`There is a <${element.localName}>.`);

// A chart is made of rectangles: whatever else a picture can hold could run, fetch, or hide words.
for (const element of document.querySelectorAll('svg *')) {
  if (!['rect', 'title'].includes(element.localName)) findings.push(`There is a <${element.localName}> in a picture.`);
}

for (const element of document.querySelectorAll('*')) {
  for (const { name, value } of element.attributes) {
    if (name.startsWith('on')) findings.push(`<${element.localName}> has ${name}.`);
    if (/^\s*(javascript|vbscript|data):/i.test(value)) findings.push(`<${element.localName} ${name}> holds ${quoted(value)}.`);
    if (['src', 'srcset', 'background', 'poster'].includes(name)) findings.push(`<${element.localName}> fetches ${quoted(value)}.`);
  }
}

for (const css of [...document.querySelectorAll('style')].map(style => style.textContent).concat([...document.querySelectorAll('[style]')].map(element => element.getAttribute('style'))))
  if (/url\(|@import|expression\(/i.test(css)) findings.push(`A style fetches something: ${quoted(css)}`);

return findings;
