namespace Pipeline.Suggestions.Drafting.Guard;

/// <summary>No personal data, but what a fact of the company has itself, such as its own telephone number.</summary>
/// <param name="find">Finds the personal data of a text, as it is written there.</param>
internal sealed class PersonalDataRule(Func<string, IReadOnlyList<string>> find)
{
    public RefusalReason? Of(ReadSentence sentence) => find(sentence.Said.Text).Any(found => !IsCompanys(found, sentence))
        ? RefusalReason.PersonalData
        : null;

    private static bool IsCompanys(string found, ReadSentence sentence) => sentence.Ground.Names.Contains(found, StringComparer.OrdinalIgnoreCase)
        || (sentence is { Source: not null, IsCustomers: false } && Plain(sentence.Source.Text).Contains(Plain(found), StringComparison.Ordinal));

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
