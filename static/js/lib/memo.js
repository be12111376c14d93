// A component that is drawn again only when what it was given is another thing, or its own signals change.
import { Component, h } from "./html.js";

export function memo(Inner) {
  return class extends Component {
    shouldComponentUpdate(next) {
      const names = new Set([...Object.keys(next), ...Object.keys(this.props)]);
      return [...names].some((name) => next[name] !== this.props[name]);
    }

    render(props) {
      return h(Inner, props);
    }
  };
}
