// A participant's page.
import { fetchTheRest, Phone } from "../views/phone.js";
import { begin } from "./begin.js";

export { currentRoom } from "./begin.js";

begin(Phone, fetchTheRest);
