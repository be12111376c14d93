// The board's wall is CSS columns of fixed height; what does not fit stands to the right, one page further.
const list = (wall) => wall.querySelector(".notes");
const step = (wall) => wall.clientWidth + (parseFloat(getComputedStyle(list(wall)).columnGap) || 0);

// Fewer notes, larger type.
export const columnsFor = (notes) => (notes <= 10 ? 4 : notes <= 20 ? 6 : 8);

// A page that is begun is a page; under a pixel is rounding.
export const pageCount = (wall) => 1 + Math.max(0, Math.ceil((wall.scrollWidth - wall.clientWidth - 1) / step(wall)));

export const turnTo = (wall, page) => {
  wall.scrollLeft = page * step(wall);
};

// How many notes of a cluster have room in words on its card.
export const examplesFor = () => (innerWidth / innerHeight < 1.5 ? 1 : 2);
