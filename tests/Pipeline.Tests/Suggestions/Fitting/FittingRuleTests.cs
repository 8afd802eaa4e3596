using Pipeline.Messages;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Fitting;
using Pipeline.Suggestions.Library;

namespace Pipeline.Tests.Suggestions.Fitting;

/// <summary>What holds for every suggestion in every conversation, with two brands set up side by side.</summary>
public sealed class FittingRuleTests
{
    private static readonly string[] LinkNames = ["tracking", "account", "outage_map", "password_reset", "esim"];

    private static readonly SuggestionOptions Options = new()
    {
        MinimumScore = 0,
        BrandNames = { ["boreal"] = "Boréal", ["lumo"] = "Lumo" },
        Links =
        {
            ["boreal"] = LinksOf("boreal"),
            ["lumo"] = LinksOf("lumo"),
        },
        Brands = { ["boreal"] = new() { Emoji = false }, ["lumo"] = new() { Signature = "La team {brand}" } },
        Contacts = new() { Numbers = { new() { Number = "3179" }, new() { Number = "776", Brand = "lumo" } } },
    };

    /// <summary>The library with phrases that break a policy, or are for one brand and name it.</summary>
    private static readonly Dictionary<string, CandidateIndex> Library = PhraseSeed.Phrases().Concat(Planted())
        .GroupBy(phrase => phrase.Language)
        .ToDictionary(group => group.Key, group => new CandidateIndex(group.Key, group));

    [Fact]
    public void No_suggestion_leads_to_the_telephone_where_that_is_not_allowed_nor_breaks_any_other_policy() => ForEach((scored, suggestion) =>
    {
        var situation = new ContactSituation(
            scored.Conversation.Brand, scored.Conversation.Channel, scored.Message.Analysis!.Intent, scored.State.Language);
        Assert.Empty(ContactPolicy.Violations(suggestion.Text, situation, Options));
        Assert.DoesNotContain("3179", suggestion.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("776", suggestion.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("appelez", suggestion.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("call us", suggestion.Text, StringComparison.OrdinalIgnoreCase);
    });

    [Fact]
    public void Nothing_of_one_brand_is_in_a_conversation_of_another() => ForEach((scored, suggestion) =>
    {
        foreach (var (key, name) in new[] { ("boreal", "Boréal"), ("lumo", "Lumo") })
        {
            if (scored.Conversation.Brand != key)
            {
                Assert.DoesNotContain(name, suggestion.Text, StringComparison.Ordinal);
                Assert.DoesNotContain($"{key}.example", suggestion.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(key, suggestion.Source, StringComparison.Ordinal);
            }
        }
    });

    [Fact]
    public void No_sentence_of_a_suggestion_was_told_before() => ForEach((scored, suggestion) =>
        Assert.False(ToldSentences.Holds(scored.State.ToldSentences, suggestion.Text), suggestion.Text));

    [Fact]
    public void Length_and_emoji_are_those_of_the_channel_and_the_brand() => ForEach((scored, suggestion) =>
    {
        var profile = Options.Channels[scored.Conversation.Channel];
        Assert.True(suggestion.Text.Length <= profile.MaxLength, suggestion.Text);
        Assert.False((!profile.Emoji || scored.Conversation.Brand == "boreal") && EmojiText.Has(suggestion.Text), suggestion.Text);
    });

    private static void ForEach(Action<MessageScored, Suggestion> rule)
    {
        var offered = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var scored = RandomChats.Scored(seed);
            var told = scored.State.Window.Where(turn => turn.Role != SenderRole.Customer)
                .Aggregate("", (memory, turn) => ToldSentences.After(memory, turn.Text));
            scored = scored with { State = scored.State with { ToldSentences = told } };
            foreach (var suggestion in ReplySuggester.Suggest(scored, Library[scored.State.Language], Options))
            {
                offered++;
                rule(scored, suggestion);
            }
        }

        Assert.True(offered > 300, "The random conversations are too poor to show anything.");
    }

    private static Dictionary<string, string> LinksOf(string brand) => LinkNames.ToDictionary(
        name => name, name => $"https://{brand}.example/{name}");

    private static IEnumerable<Phrase> Planted()
    {
        foreach (var category in (string[])["greeting", "holding", "question", "explanation", "apology", "closing"])
        {
            yield return Phrase("fr", category, "call", "Appelez-nous au 3179 pour cela ?");
            yield return Phrase("en", category, "call", "Please call us on 776 about this?");
            yield return Phrase("fr", category, "leak", "Chez Lumo on vous répond, voyez https://lumo.example/aide, d'accord ?");
            yield return Phrase("en", category, "leak", "At Boréal we answer, see boreal.example for that, will you?");
            yield return Phrase("fr", category, "boreal-only", "Ce texte est de la première marque, vous voyez ?", "boreal");
            yield return Phrase("en", category, "lumo-only", "This text is of the second brand, you see?", "lumo");
        }
    }

    private static Phrase Phrase(string language, string category, string name, string text, params string[] brands) => new(
        new PhraseDraft { Id = $"planted-{category}-{name}", Language = language, Category = category, Tone = "warm", Text = text, Brands = brands },
        "test");
}
