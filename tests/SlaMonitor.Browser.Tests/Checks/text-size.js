const smallest = 13;
return visibleTexts()
  .map(({ text, element }) => ({ text, size: parseFloat(getComputedStyle(element).fontSize) }))
  .filter(({ size }) => size < smallest)
  .map(({ text, size }) => `${quoted(text)} is set in ${size} px; ${smallest} is the least.`);
