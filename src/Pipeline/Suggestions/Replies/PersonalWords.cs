namespace Pipeline.Suggestions.Replies;

/// <summary>What another room knows of personal data and names, as far as replies must be kept from them.</summary>
/// <param name="Entities">Finds the personal data of a text, as it is written there.</param>
/// <param name="IsName">Whether a word is a person's name and hardly anything else ("Camille"), however it is written.</param>
/// <param name="CanBeName">Whether a word can be a name where one is due ("Rose", "Will").</param>
/// <param name="IsOrdinary">Whether a word is known as an ordinary one.</param>
public sealed record PersonalWords(
    Func<string, IReadOnlyList<string>> Entities, Func<string, bool> IsName, Func<string, bool> CanBeName, Func<string, bool> IsOrdinary);
