export function YourDataSection() {
  return null;
}
