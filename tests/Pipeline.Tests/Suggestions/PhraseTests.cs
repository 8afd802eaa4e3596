using System.Text;
using Pipeline.Suggestions.Library;

namespace Pipeline.Tests.Suggestions;

public sealed class PhraseTests
{
    private static readonly PhraseDraft Valid = new()
    {
        Id = "fr-test-01",
        Language = "fr",
        Category = "holding",
        Tone = "neutral",
        Text = "Je regarde, {customer_first_name}.",
    };

    public static TheoryData<PhraseCategory> Categories => [.. Enum.GetValues<PhraseCategory>()];

    public static TheoryData<string, string> WrongDrafts => new()
    {
        { """{ "language": "fr", "category": "holding", "tone": "warm", "text": "Oui." }""", "id" },
        { """{ "id": "a/b", "language": "fr", "category": "holding", "tone": "warm", "text": "Oui." }""", "id" },
        { """{ "id": "x", "language": "de", "category": "holding", "tone": "warm", "text": "Ja." }""", "language" },
        { """{ "id": "x", "language": "fr", "category": "joke", "tone": "warm", "text": "Oui." }""", "category" },
        { """{ "id": "x", "language": "fr", "category": "holding", "tone": "loud", "text": "Oui." }""", "tone" },
        { """{ "id": "x", "language": "fr", "category": "holding", "tone": "warm", "text": " " }""", "text" },
        { """{ "id": "x", "language": "fr", "category": "holding", "tone": "warm", "text": "Oui {name}." }""", "text" },
        { """{ "id": "x", "language": "fr", "category": "holding", "tone": "warm", "text": "Oui {brand." }""", "text" },
        { """{ "id": "x", "language": "fr", "category": "holding", "tone": "warm", "text": "Voyez {link:}." }""", "text" },
        { """{ "id": "x", "language": "fr", "category": "holding", "tone": "warm", "text": "Oui.", "brands": [""] }""", "brands" },
    };

    [Theory]
    [MemberData(nameof(Categories))]
    public void Only_a_greeting_or_a_closing_can_be_mandatory(PhraseCategory category)
    {
        Phrase Make() => new(Valid with { Category = PhraseWords.Name(category), Mandatory = true }, "phrases.fr.json");

        if (category is PhraseCategory.Greeting or PhraseCategory.Closing)
        {
            Assert.True(Make().Mandatory);
            return;
        }

        var error = Assert.Throws<InvalidPhraseException>(Make);
        Assert.Equal("mandatory", error.Field);
        Assert.Contains("fr-test-01", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WrongDrafts))]
    public void A_wrong_phrase_is_refused_with_its_file_and_its_field(string draft, string field)
    {
        var error = Assert.Throws<InvalidPhraseException>(() => Read($"[{draft}]"));

        Assert.Equal(field, error.Field);
        Assert.StartsWith("my.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_stands_twice_is_refused()
    {
        const string Draft = """{ "id": "x", "language": "fr", "category": "holding", "tone": "warm", "text": "Oui." }""";

        var error = Assert.Throws<InvalidPhraseException>(() => Read($"[{Draft},{Draft}]"));

        Assert.Contains("'x'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{]")]
    [InlineData("""[{ "id": "x", "flavour": "sweet" }]""")]
    [InlineData("{}")]
    public void A_file_that_is_no_list_of_phrases_is_refused_by_name(string content)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(content));

        Assert.StartsWith("my.json", error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Phrase> Read(string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return PhraseFile.Read(stream, "my.json");
    }
}
