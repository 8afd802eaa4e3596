namespace Pipeline.Scoring.PersonalData.Names;

/// <summary>The file of names: lines of folded words, by what they can be (<see cref="NameRole"/>).</summary>
internal sealed record NameFile(
    string About,
    IReadOnlyList<string> Given,
    IReadOnlyList<string> GivenShort,
    IReadOnlyList<string> GivenWord,
    IReadOnlyList<string> GivenRare,
    IReadOnlyList<string> Family,
    IReadOnlyList<string> FamilyWord);

/// <summary>The file of words that are no names.</summary>
internal sealed record OrdinaryFile(string About, IReadOnlyList<string> Words);
