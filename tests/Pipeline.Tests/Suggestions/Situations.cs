using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Suggestions.Library;

namespace Pipeline.Tests.Suggestions;

/// <summary>The labelled situations of tests/Data/Suggestions: conversations, and which kinds of reply would do.</summary>
internal static class Situations
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IEnumerable<Situation> Read() => PhraseWords.Languages
        .Select(language => Path.Combine(AppContext.BaseDirectory, "Data", "Suggestions", $"situations.{language}.jsonl"))
        .SelectMany(File.ReadLines)
        .Select(line => JsonSerializer.Deserialize<Situation>(line, Json)!);

    internal sealed record Situation(
        string Name, string Language, string Brand, string Channel, SituationTurn[] Turns, string[] Acceptable, string[] First)
    {
        public MessageScored Scored() => Turns.Aggregate(
            new Chat(Language, Brand, Channel),
            (chat, turn) => turn.Who == "advisor"
                ? chat.Advisor(turn.Text, turn.Minutes ?? 0.5)
                : chat.Customer(turn.Text, turn.Intent, Enum.Parse<Emotion>(turn.Emotion ?? "Neutral"), turn.Minutes ?? 0.5, turn.Signals ?? []))
            .Scored();
    }

    internal sealed record SituationTurn(string Who, string Text, string? Intent, string? Emotion, double? Minutes, string[]? Signals);
}
