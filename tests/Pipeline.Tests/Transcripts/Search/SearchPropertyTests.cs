using System.Globalization;
using Pipeline.Messages;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Transcripts.Search;

/// <summary>Against a search that looks through every text. The words are numbers: no stem, nothing shared with what is tested.</summary>
public sealed class SearchPropertyTests
{
    private readonly Dictionary<int, Closed> _truth = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Whatever_happens_it_finds_what_a_plain_search_would(int seed)
    {
        var random = new Random(seed);
        using var searched = new Searched();
        for (var step = 0; step < 160; step++)
        {
            await HappenAsync(searched, random);
            if (random.Next(4) == 0)
            {
                await CompareAsync(searched, random);
            }
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public async Task Pages_neither_repeat_nor_lose_a_conversation_that_stays_while_others_come_and_go(int seed)
    {
        var random = new Random(seed);
        using var searched = new Searched();
        for (var step = 0; step < 120; step++)
        {
            await HappenAsync(searched, random);
        }

        var query = Word(random);
        var throughout = Plain(query).ToHashSet();
        var seen = new List<int>();
        for (string? after = null; ;)
        {
            var page = await searched.PageAsync(query, 3, after);
            seen.AddRange(page.Matches.Select(match => int.Parse(match.Key[2..], CultureInfo.InvariantCulture)));
            if (!page.More)
            {
                break;
            }

            after = page.Matches[^1].Position;
            for (var step = 0; step < 5; step++)
            {
                await HappenAsync(searched, random);
            }

            throughout.IntersectWith(Plain(query));
        }

        Assert.Equal(seen.Distinct(), seen);
        Assert.Subset(seen.ToHashSet(), throughout);
    }

    [Fact]
    public async Task The_order_in_which_conversations_close_changes_no_answer()
    {
        var answers = new List<string>();
        for (var order = 0; order < 4; order++)
        {
            using var searched = new Searched();
            var numbers = Enumerable.Range(0, 60).ToArray();
            new Random(order).Shuffle(numbers);
            foreach (var (number, index) in numbers.Select((number, index) => (number, index)))
            {
                var text = string.Join(' ', Enumerable.Range(0, 12).Select(word => 1000 + (((number * 31) + (word * word)) % 23)));
                await searched.CloseAsync(number, text);
                if (index % (order + 5) == 0)
                {
                    await searched.MaintainAsync();
                }
            }

            answers.Add(string.Join(' ', await searched.FindAsync("1003")) + "|" + string.Join(' ', await searched.FindAsync("1003 -1010")));
        }

        Assert.Single(answers.Distinct());
    }

    private async Task HappenAsync(Searched searched, Random random)
    {
        var number = random.Next(60);
        switch (random.Next(20))
        {
            case < 12:
                // Closed, or closed again with other words; now and then an older message came to light.
                var start = _truth.TryGetValue(number, out var before) && random.Next(5) > 0
                    ? before.Start
                    : Said.Start.AddMinutes(random.Next(40));
                var messages = Enumerable.Range(0, random.Next(1, 5)).Select(_ => (
                    random.Next(2) == 0 ? SenderRole.Customer : SenderRole.Advisor,
                    string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => Word(random))))).ToArray();
                _truth[number] = new(start, messages);
                await searched.CloseAsync(Searched.Key(number), start, "fr", messages);
                break;
            case < 15:
                _truth.Remove(number);
                await searched.Projection.RemoveAsync(Searched.Key(number), TestContext.Current.CancellationToken);
                break;
            case < 19:
                await searched.MaintainAsync();
                break;
            default:
                _truth.Remove(number);
                await searched.Upkeep.EraseAsync([Searched.Key(number)], TestContext.Current.CancellationToken);
                break;
        }
    }

    private async Task CompareAsync(Searched searched, Random random)
    {
        var query = random.Next(6) switch
        {
            0 => Word(random),
            1 => $"{Word(random)} {Word(random)}",
            2 => $"\"{Word(random)} {Word(random)}\"",
            3 => $"{Word(random)} -{Word(random)}",
            4 => $"{Word(random)[..3]}*",
            _ => $"{Word(random)} in:customer",
        };
        Assert.Equal(Plain(query), await searched.FindAsync(query));
    }

    // Few words, and some much more frequent than others.
    private static string Word(Random random) =>
        (1000 + (int)(60 * random.NextDouble() * random.NextDouble())).ToString(CultureInfo.InvariantCulture);

    private int[] Plain(string query) =>
    [
        .. _truth.Where(pair => Matches(pair.Value, query))
            .OrderByDescending(pair => pair.Value.Start)
            .ThenBy(pair => Searched.Key(pair.Key), StringComparer.Ordinal)
            .Select(pair => pair.Key),
    ];

    private static bool Matches(Closed closed, string query)
    {
        var texts = closed.Messages.Where(message => !query.EndsWith(" in:customer", StringComparison.Ordinal) || message.Role == SenderRole.Customer)
            .Select(message => $" {message.Text} ").ToArray();
        if (query[0] == '"')
        {
            return texts.Any(text => text.Contains($" {query.Trim('"')} ", StringComparison.Ordinal));
        }

        return query.Replace(" in:customer", "", StringComparison.Ordinal).Split(' ').All(word => word switch
        {
            ['-', ..] => !texts.Any(text => text.Contains($" {word[1..]} ", StringComparison.Ordinal)),
            [.., '*'] => texts.Any(text => text.Contains($" {word[..^1]}", StringComparison.Ordinal)),
            _ => texts.Any(text => text.Contains($" {word} ", StringComparison.Ordinal)),
        });
    }

    private sealed record Closed(DateTimeOffset Start, (SenderRole Role, string Text)[] Messages);
}
