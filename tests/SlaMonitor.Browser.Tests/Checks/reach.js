const first = buttons()[0];
if (!first) return ['There is no button.'];

const bottom = first.getBoundingClientRect().bottom;
return bottom > innerHeight ? [`${quoted(first.innerText)} ends at ${Math.round(bottom)} px, below the ${innerHeight} px of the screen.`] : [];
