using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Storage;

namespace Pipeline.Quality.Knowledge.Register;

/// <summary>
/// The questions that may be one: of one language, brand and matter, and, where it was asked in a session, of that session. A scope is a
/// partition of the table Questions.
/// </summary>
/// <param name="Language">fr or en; und while unknown.</param>
/// <param name="Brand">The brand.</param>
/// <param name="Intent">What it is about: a label of docs/models.md, or one of the constants here.</param>
/// <param name="Session">The session; null outside of any.</param>
public sealed record QuestionScope(string Language, string Brand, string Intent, string? Session = null)
{
    /// <summary>The matter where none is known.</summary>
    public const string AnyIntent = "any";

    /// <summary>The brand of what is of none.</summary>
    public const string AnyBrand = "any";

    /// <summary>The matter of abbreviations that nobody spelled out: they are of no brand.</summary>
    public const string Abbreviation = "abbreviation";

    /// <summary>The matter of tips.</summary>
    public const string Tip = "tip";

    /// <summary>The partition that lists all scopes.</summary>
    public const string Index = "scopes";

    /// <summary>Names it in ids: 12 hexadecimal digits.</summary>
    public string Number => ConversationKeys.BusId("scope", Language, Brand, Intent, Session ?? "")["scope-".Length..][..12];

    /// <summary>The language of the library in which it is answered: French, the first one, while its own is unknown.</summary>
    public string LibraryLanguage => Language is "fr" or "en" ? Language : "fr";

    /// <summary>The partition of a scope's number.</summary>
    public static string PartitionOf(string number) => $"scope~{number}";

    /// <summary>The row that lists it.</summary>
    public TableRow ToRow() => new(Index, Number, new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["Language"] = Language,
        ["Brand"] = Brand,
        ["Intent"] = Intent,
    }.Put("Session", Session));

    /// <summary>Reads a row.</summary>
    public static QuestionScope Read(TableRow row) =>
        new(row.Text("Language")!, row.Text("Brand")!, row.Text("Intent")!, row.Text("Session"));
}
