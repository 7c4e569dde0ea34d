// Package place knows the areas of Finland: the 308 municipalities, 69
// seutukunta and 19 maakunta of 2026 with their names in Finnish, Swedish and
// English, their NUTS 3 codes of 2021 and 2024, their inflected forms, and the
// nine regions of the programme. It turns what sources and people write into
// them: a region's name, a project's place of effect, a post town, the town in
// an organisation's name, a regional council. Every answer is exact or absent;
// nothing is guessed by likeness. The tables and their credit are in data/.
package place
