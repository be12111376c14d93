// What forms say: versions of one thing, the newest last, and the goal that stands by.

export function subjectOf(step) {
  return step.setup?.subject || step.id;
}

export function fieldsOf(step) {
  return step.setup?.fields ?? [];
}

export function versions(scene, subject) {
  return scene.all("sheet").filter((sheet) => sheet.subject === subject).sort((a, b) => a.version - b.version);
}

export function newest(scene, subject) {
  return versions(scene, subject).at(-1);
}

// The one text that stands for all: that of the field called as the subject, else the first.
export function headline({ subject, values }) {
  return values[subject] || Object.values(values)[0] || "";
}

export function goalNow(scene) {
  return newest(scene, "goal");
}

// Where the goal itself is on the table it is not told once more.
export function isAboutGoal(step) {
  return step?.layout === "form" && subjectOf(step) === "goal";
}
