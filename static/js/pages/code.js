// The code as it is typed or pasted, drawn in six cells over the one real input.
const SIGNS = 6;

export function drawCodeField(field) {
  const input = field.querySelector("input");
  const cells = [...field.querySelectorAll(".code-field-cells i")];
  const draw = () => {
    const signs = input.value.toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, SIGNS);
    cells.forEach((cell, n) => {
      cell.textContent = signs[n] ?? "";
      cell.classList.toggle("here", n === Math.min(signs.length, SIGNS - 1) && document.activeElement === input);
    });
  };
  field.classList.add("code-field--drawn");
  for (const name of ["input", "focus", "blur", "change"]) input.addEventListener(name, draw);
  draw();
}
