using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Library;

namespace Pipeline.Tests.Suggestions;

/// <summary>Conversations in words that the library does not use, each with the kinds of reply an advisor could want there.</summary>
public sealed class SituationTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, CandidateIndex> Library = PhraseSeed.Phrases()
        .GroupBy(phrase => phrase.Language)
        .ToDictionary(group => group.Key, group => new CandidateIndex(group.Key, group));

    public static TheoryData<string> Names => [.. Situations.Read().Select(situation => $"{situation.Language}: {situation.Name}")];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_acceptable_kind_of_reply_is_offered(string name)
    {
        var situation = Situations.Read().Single(situation => $"{situation.Language}: {situation.Name}" == name);
        var suggestions = ReplySuggester.Suggest(situation.Scored(), Library[situation.Language], new SuggestionOptions());
        foreach (var suggestion in suggestions)
        {
            output.WriteLine($"{suggestion.Score:0.00} {suggestion.Source} {suggestion.Text}\n     {string.Join(" | ", suggestion.Reasons)}");
        }

        Assert.Contains(suggestions, suggestion => situation.Acceptable.Contains(suggestion.Category));
        Assert.All(suggestions, suggestion => Assert.NotEmpty(suggestion.Reasons));
    }

    [Fact]
    public void The_first_reply_is_of_the_right_kind_in_four_situations_of_five()
    {
        var situations = Situations.Read().ToArray();
        var right = situations.Count(situation =>
            ReplySuggester.Suggest(situation.Scored(), Library[situation.Language], new SuggestionOptions()) is [var first, ..]
            && situation.First.Contains(first.Category));
        output.WriteLine($"{right} of {situations.Length}");
        Assert.True(right >= 0.8 * situations.Length, $"Only {right} of {situations.Length} situations start with the right kind of reply.");
    }
}
