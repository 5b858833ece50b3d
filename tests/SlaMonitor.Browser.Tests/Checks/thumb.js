const smallest = 44;
return buttons()
  .map(button => ({ words: button.innerText, box: button.getBoundingClientRect() }))
  .filter(({ box }) => box.height < smallest || box.width < smallest)
  .map(({ words, box }) => `${quoted(words)} is ${Math.round(box.width)} by ${Math.round(box.height)} px; a thumb needs ${smallest}.`);
