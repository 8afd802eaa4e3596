using Pipeline.Messages;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Library;

namespace Pipeline.Tests.Suggestions;

/// <summary>What holds for every suggestion in every conversation.</summary>
public sealed class SuggestionRuleTests
{
    private static readonly Dictionary<string, Phrase> ById = PhraseSeed.Phrases().ToDictionary(phrase => $"phrase:{phrase.Id}");

    private static readonly Dictionary<string, CandidateIndex> Library = PhraseSeed.Phrases()
        .GroupBy(phrase => phrase.Language)
        .ToDictionary(group => group.Key, group => new CandidateIndex(group.Key, group));

    /// <summary>The same phrases, come in another order.</summary>
    private static readonly Dictionary<string, CandidateIndex> Reversed = Library.ToDictionary(
        entry => entry.Key, entry => new CandidateIndex(entry.Key, PhraseSeed.Phrases().Where(phrase => phrase.Language == entry.Key).Reverse()));

    /// <summary>A threshold of zero lets everything through that the rules themselves do not hold back.</summary>
    private static readonly SuggestionOptions Generous = new()
    {
        MinimumScore = 0,
        Links = { ["boreal"] = new() { ["tracking"] = "https://boreal.example/suivi", ["account"] = "https://boreal.example/compte" } },
    };

    [Fact]
    public void Language_brand_and_channel_of_a_phrase_are_those_of_the_conversation() => ForEach((scored, suggestion) =>
    {
        var phrase = ById[suggestion.Source];
        Assert.Equal(scored.State.Language, phrase.Language);
        Assert.True(phrase.Brands.Count == 0 || phrase.Brands.Contains(scored.Conversation.Brand), suggestion.Source);
        Assert.True(phrase.Channels.Count == 0 || phrase.Channels.Contains(scored.Conversation.Channel), suggestion.Source);
    });

    [Fact]
    public void A_slot_that_is_left_unfilled_is_declared_as_a_blank_and_nothing_else_is_in_braces() => ForEach((_, suggestion) =>
    {
        Assert.Equal(UnfilledSlots.In(suggestion.Text).Order(), suggestion.Blanks.Select(blank => blank.Name).Order());
        Assert.Equal(suggestion.Blanks.Count == 0, suggestion.IsComplete);
        var rest = suggestion.Blanks.Aggregate(suggestion.Text, (text, blank) => text.Replace(blank.Marker, "", StringComparison.Ordinal));
        Assert.DoesNotContain('{', rest);
        Assert.DoesNotContain('}', rest);
    });

    [Fact]
    public void A_link_of_one_brand_is_never_given_to_another() => ForEach((scored, suggestion) =>
    {
        if (scored.Conversation.Brand != "boreal")
        {
            Assert.DoesNotContain("https://", suggestion.Text, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void What_an_advisor_has_just_written_is_not_offered_again() => ForEach((scored, suggestion) =>
    {
        var told = scored.State.Window.Where(turn => turn.Role == SenderRole.Advisor).Select(turn => turn.Text);
        Assert.DoesNotContain(ById[suggestion.Source].Text.Replace("{advisor_first_name}", "Nadia", StringComparison.Ordinal), told);
    });

    [Fact]
    public void Nobody_who_is_upset_is_congratulated_and_nobody_who_was_answered_is_greeted() => ForEach((scored, suggestion) =>
    {
        var upset = scored.Message.Analysis!.DominantEmotion
            is Emotion.Anger or Emotion.Annoyance or Emotion.Fear or Emotion.Sadness or Emotion.Disappointment;
        Assert.False(upset && suggestion.Category == "congratulation", suggestion.Text);
        Assert.False(scored.State.AdvisorMessages > 0 && suggestion.Category == "greeting", suggestion.Text);
    });

    [Fact]
    public void There_are_at_most_three_all_different_best_first_and_of_two_kinds_where_there_are_three() => ForEachSet((_, suggestions) =>
    {
        Assert.InRange(suggestions.Count, 0, 3);
        Assert.Equal(suggestions.Count, suggestions.Select(suggestion => suggestion.Text).Distinct().Count());
        Assert.Equal(suggestions.OrderByDescending(suggestion => suggestion.Score), suggestions);
        Assert.True(suggestions.Count < 3 || suggestions.Select(suggestion => suggestion.Category).Distinct().Count() > 1);
    });

    [Fact]
    public void Every_suggestion_says_why_in_at_most_three_reasons() => ForEach((_, suggestion) =>
    {
        Assert.InRange(suggestion.Score, 0, 1);
        Assert.InRange(suggestion.Reasons.Count, 1, 3);
        Assert.All(suggestion.Reasons, reason => Assert.False(string.IsNullOrWhiteSpace(reason)));
    });

    [Fact]
    public void The_same_message_and_library_make_the_same_suggestions() => ForEachSet((scored, suggestions) =>
    {
        var again = ReplySuggester.Suggest(scored, Reversed[scored.State.Language], Generous);
        Assert.Equal(suggestions.Select(Told), again.Select(Told));

        static (string, string, double) Told(Suggestion suggestion) => (suggestion.Id, suggestion.Text, suggestion.Score);
    });

    private static void ForEach(Action<MessageScored, Suggestion> rule) => ForEachSet((scored, suggestions) =>
    {
        foreach (var suggestion in suggestions)
        {
            rule(scored, suggestion);
        }
    });

    private static void ForEachSet(Action<MessageScored, IReadOnlyList<Suggestion>> rule)
    {
        var offered = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var scored = RandomChats.Scored(seed);
            var suggestions = ReplySuggester.Suggest(scored, Library[scored.State.Language], Generous);
            offered += suggestions.Count;
            try
            {
                rule(scored, suggestions);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"The conversation of seed {seed} breaks the rule.", exception);
            }
        }

        Assert.True(offered > 300, "The random conversations are too poor to show anything.");
    }
}
