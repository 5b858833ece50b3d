const root = document.scrollingElement;
return root.scrollWidth > root.clientWidth ? [`It is ${root.scrollWidth} px wide where the screen is ${root.clientWidth}.`] : [];
