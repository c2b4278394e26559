/**
 * Gives a function that makes something of an object at its first call for it, and gives the same thing from then on,
 * for as long as the object lives. The object must not change in between.
 */
export function oncePer<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}
