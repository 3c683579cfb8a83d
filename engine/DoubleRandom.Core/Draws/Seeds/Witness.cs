namespace DoubleRandom.Core.Draws.Seeds;

/// <summary>Somebody who gave a part of the seed, independently of the others.</summary>
/// <param name="Name">Who; 1 to 64 characters without <c>|</c>.</param>
/// <param name="Value">Digits thrown with ten-sided dice, or the string that was sealed.</param>
public sealed record Witness(string Name, string Value);
