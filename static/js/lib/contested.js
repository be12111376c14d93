// A note that keeps going from hand to hand: the room should talk about it.
const CONTESTED = 3; // moves by another hand than the last

export const isContested = ({ moves }) => moves > CONTESTED;
