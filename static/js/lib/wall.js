// The board's wall is CSS columns of fixed height; what does not fit stands to the right, one page further.
const list = (wall) => wall.querySelector(".notes");
const step = (wall) => wall.clientWidth + (parseFloat(getComputedStyle(list(wall)).columnGap) || 0);

// Fewer notes, larger type.
export const columnsFor = (notes) => (notes <= 10 ? 4 : notes <= 20 ? 6 : 8);

export const pageCount = (wall) => Math.max(1, Math.round((wall.scrollWidth + step(wall) - wall.clientWidth) / step(wall)));

export const turnTo = (wall, page) => {
  wall.scrollLeft = page * step(wall);
};

// How many notes of a cluster have room in words on its card.
export const examplesFor = () => (innerWidth / innerHeight < 1.5 ? 1 : 2);
