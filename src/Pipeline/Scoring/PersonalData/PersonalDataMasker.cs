using System.Text;
using Pipeline.Scoring.PersonalData.Names;
using Pipeline.Scoring.PersonalData.References;

namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// Finds personal data in a text by its form, its check digits and the words around it, and puts typed, numbered placeholders in its
/// place: <c>[PHONE_1]</c>. Placeholders that are there already stay, so masking a masked text changes nothing. Thread-safe; linear
/// in the length of the text.
/// </summary>
public sealed class PersonalDataMasker
{
    private const int MostPasses = 5;

    private static readonly IFinder[] WithoutDigits = [new EmailFinder(), new SpokenPhoneFinder()];

    private readonly NameFinder _names = new();
    private readonly IFinder[] _withDigits;
    private readonly byte[]? _placeholderKey;

    /// <summary>A masker that knows numbers by their form and the words around them.</summary>
    public PersonalDataMasker()
        : this(new PersonalDataOptions())
    {
    }

    /// <summary>A masker that also knows the forms that a company gives its numbers.</summary>
    /// <exception cref="ArgumentException">A pattern has not its shape (<see cref="PersonalDataOptions"/>).</exception>
    public PersonalDataMasker(PersonalDataOptions options)
    {
        var patterns = new PatternFinder(options);
        _placeholderKey = string.IsNullOrEmpty(options.PlaceholderKey) ? null : Encoding.UTF8.GetBytes(options.PlaceholderKey);

        // The order decides who keeps a place that two would claim: what a check digit or a cue word proves comes first.
        _withDigits =
        [
            new EmailFinder(), new IbanFinder(), new SiretFinder(), new CardFinder(), new NirFinder(), new NiNumberFinder(), new DeviceNumberFinder(),
            new IpFinder(), new SpokenPhoneFinder(), patterns, new ReferenceFinder(), new BirthDateFinder(), new FrenchAddressFinder(),
            new EnglishAddressFinder(), new PhoneFinder(), new FragmentFinder(), new PostalCodeFinder(),
        ];
    }

    /// <summary>The placeholders for one message of a conversation: with a key, its values have the numbers that all of its messages give them.</summary>
    /// <param name="conversation">The key of the conversation.</param>
    public Placeholders PlaceholdersOf(string conversation) =>
        new(_placeholderKey is { } key ? new ConversationNumbers(key, conversation) : null);

    /// <summary>Masks a text on its own.</summary>
    public MaskedText Mask(string text) => Mask(text, new Placeholders(), []);

    /// <summary>Masks a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="placeholders">Gives the numbers; share it between texts whose numbers should agree.</param>
    /// <param name="names">
    /// Names that the platform gave. A full name is masked wherever it stands, and a first name together with the capitalised word
    /// behind it; a first name alone stays, as the transcript shows it anyway.
    /// </param>
    public MaskedText Mask(string text, Placeholders placeholders, params IReadOnlyList<string> names)
    {
        // What was masked can uncover a neighbour that ran into it ("Paris12 rue des Lilas"), so the result is looked at again until
        // it is clean.
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var view = new ScanText(text);
            var findings = Find(view, placeholders, names);
            if (findings.Count == 0)
            {
                break;
            }

            text = Replace(view, findings, placeholders, kinds);
        }

        return new(text, [.. kinds]);
    }

    /// <summary>The personal data of a text as it is written, with its kinds: what masking replaces, for measuring it.</summary>
    public IReadOnlyList<(string Kind, string Text)> Entities(string text)
    {
        var entities = new List<(string Kind, string Text)>();
        var placeholders = new Placeholders();
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var view = new ScanText(text);
            var findings = Find(view, placeholders, []);
            if (findings.Count == 0)
            {
                break;
            }

            entities.AddRange(findings.InOrder().Select(finding =>
                (finding.Kind, view.Source[view.Origin(finding.Start)..(view.Origin(finding.End - 1) + 1)])));
            text = Replace(view, findings, placeholders, []);
        }

        return entities;
    }

    private Findings Find(ScanText view, Placeholders placeholders, IReadOnlyList<string> names)
    {
        var findings = new Findings(view.Length);
        if (view.HasDigit)
        {
            ExistingPlaceholders.Protect(view, findings, placeholders);
        }

        foreach (var name in names)
        {
            GivenName.Find(view, name, findings);
        }

        foreach (var finder in view.HasDigit ? _withDigits : WithoutDigits)
        {
            finder.Find(view, findings);
        }

        foreach (var name in names)
        {
            GivenName.Keep(view, name, findings);
        }

        _names.Find(view, findings);
        return findings;
    }

    private static string Replace(ScanText view, Findings findings, Placeholders placeholders, SortedSet<string> kinds)
    {
        var masked = new StringBuilder(view.Source.Length + 16);
        var written = 0;
        foreach (var finding in findings.InOrder())
        {
            var start = view.Origin(finding.Start);
            masked.Append(view.Source, written, start - written).Append(placeholders.For(finding.Kind, finding.Value));
            kinds.Add(finding.Kind);
            written = view.Origin(finding.End - 1) + 1;
        }

        return masked.Append(view.Source, written, view.Source.Length - written).ToString();
    }
}
