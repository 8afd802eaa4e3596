using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Transcripts.Search;

public sealed class TextSearchTests
{
    private static readonly string[] Texts =
    [
        "ma box clignote rouge depuis hier", "la box ne marche pas, pas de réseau", "je veux un remboursement de ma facture",
        "pas de problème de réseau, merci", "un réseau de box", "mon numéro est [PHONE_4821], rappelez-moi", "facture remboursée, box rendue",
        "vous pouvez me rappeler au [PHONE_77] ou à [EMAIL_3]", "rembourser la box rouge", "rien à dire",
    ];

    // Each in the recent rows and in segments.
    public static TheoryData<string, int[]> Questions => new()
    {
        { "box", [8, 6, 4, 1, 0] },
        { "BOX rouge", [8, 0] },
        { "\"box rouge\"", [8] },
        { "\"pas de réseau\"", [1] },
        { "« pas de reseau »", [1] },
        { "“réseau de box”", [4] },
        { "réseau -box", [3] },
        { "box -\"box rouge\" -facture", [4, 1, 0] },
        { "rembours*", [8, 6, 2] },
        { "remboursement*", [8, 6, 2] },
        { "-facture rembours*", [8] },
        { "[PHONE]", [7, 5] },
        { "[PHONE_1]", [7, 5] },
        { "rappeler [phone]", [] },
        { "le la box des", [8, 6, 4, 1, 0] },
        { "inconnu", [] },
        { "box inconnu", [] },
        { "\"rouge box\"", [] },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Words_phrases_exclusions_and_beginnings_find_what_they_say(string text, int[] expected)
    {
        using var searched = new Searched();
        for (var number = 0; number < Texts.Length; number++)
        {
            await searched.CloseAsync(number, Texts[number]);
        }

        Assert.Equal(expected, await searched.FindAsync(text));
        await searched.MaintainAsync();
        Assert.Equal(expected, await searched.FindAsync(text));
    }

    [Fact]
    public async Task A_phrase_stays_within_a_message_and_a_side_can_be_asked_for()
    {
        using var searched = new Searched();
        await searched.CloseAsync(
            "c-1", Said.Start, "fr", (SenderRole.Customer, "il me faut une box"), (SenderRole.Advisor, "rouge ou verte ?"), (SenderRole.Customer, "verte"));
        await searched.CloseAsync("c-2", Said.Start.AddDays(1), "fr", (SenderRole.Customer, "bonjour"), (SenderRole.Bot, "une box rouge ?"));
        await searched.CloseAsync("c-3", Said.Start.AddDays(2), "fr", (SenderRole.Customer, "une box rouge"), (SenderRole.System, "Nadia joined"));

        Assert.Equal((int[])[3, 2], await searched.FindAsync("\"box rouge\""));
        Assert.Equal((int[])[3], await searched.FindAsync("in:customer \"box rouge\""));
        Assert.Equal((int[])[2], await searched.FindAsync("\"box rouge\" dans:conseiller"));
        Assert.Equal((int[])[3, 1], await searched.FindAsync("box in:customer"));
        Assert.Equal((int[])[2, 1], await searched.FindAsync("rouge in:advisor"));
        Assert.Equal((int[])[3], await searched.FindAsync("box rouge in:customer"));
        Assert.Empty(await searched.FindAsync("joined"));
    }

    [Fact]
    public async Task A_period_and_a_position_bound_what_is_found()
    {
        using var searched = new Searched();
        for (var number = 0; number < 30; number++)
        {
            await searched.CloseAsync(number, number % 2 == 0 ? "box" : "facture");
            if (number % 7 == 0)
            {
                await searched.MaintainAsync();
            }
        }

        var page = await searched.PageAsync("box", 100, from: Said.Start.AddMinutes(10), before: Said.Start.AddMinutes(20));
        Assert.Equal(["c-18", "c-16", "c-14", "c-12", "c-10"], page.Matches.Select(match => match.Key));
        Assert.False(page.More);

        var matches = searched.Index.Open(new(searched.Index.Parse("box")));
        Assert.Equal("c-28", (await Next(null))?.Key);
        Assert.Equal("c-26", (await Next(null))?.Key);
        Assert.Equal("c-24", (await Next(NewestFirst.Of(Said.Start.AddMinutes(26), "c-26 ")))?.Key);
        Assert.Equal("c-12", (await Next(NewestFirst.Of(Said.Start.AddMinutes(13), "c-13")))?.Key);
        Assert.Equal("c-10", (await Next(NewestFirst.Of(Said.Start.AddMinutes(10), "c-10")))?.Key);
        Assert.Equal("c-8", (await Next(NewestFirst.Of(Said.Start.AddMinutes(20), "c-20")))?.Key);
        Assert.Equal("c-4", (await Next(NewestFirst.Of(Said.Start.AddMinutes(5), "")[..NewestFirst.TimeLength]))?.Key);
        Assert.Null(await Next(NewestFirst.Of(Said.Start.AddMinutes(-1), "")));

        Task<TranscriptMatch?> Next(string? from) => matches.NextAsync(from, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("", "no word")]
    [InlineData("  !? ", "no word")]
    [InlineData("-box", "Only excluded")]
    [InlineData("le de the", "le, de, the")]
    [InlineData("box \"rouge", "position 5")]
    [InlineData("bo*", "at least 3")]
    [InlineData("b*x", "end of a single word")]
    [InlineData("\"box rou*\"", "end of a single word")]
    [InlineData("box in:boss", "in:boss")]
    [InlineData("box in:customer in:advisor", "One side")]
    [InlineData("a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3 b4", "13 words")]
    public void What_cannot_be_searched_by_is_refused_with_the_reason(string text, string reason)
    {
        using var searched = new Searched();
        Assert.Contains(reason, Assert.Throws<TextQueryException>(() => searched.Index.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused()
    {
        using var searched = new Searched();
        Assert.Throws<TextQueryException>(() => searched.Index.Parse(new string('x', 301)));
    }

    [Fact]
    public async Task A_beginning_of_too_many_words_is_refused()
    {
        using var searched = new Searched();
        await searched.CloseAsync(1, string.Join(' ', Enumerable.Range(100, 80).Select(number => $"abc{number}")));
        await Assert.ThrowsAsync<TextQueryException>(() => searched.FindAsync("abc*"));
        await searched.MaintainAsync();
        Assert.Equal((int[])[1], await searched.FindAsync("abc12*"));
    }

    [Fact]
    public async Task A_text_of_any_length_is_found_by_its_beginning()
    {
        using var searched = new Searched();
        var random = new Random(1);
        var words = Enumerable.Range(0, 60_000).Select(_ => string.Concat(Enumerable.Range(0, 12).Select(_ => (char)('a' + random.Next(26)))));
        await searched.CloseAsync(1, "box " + string.Join(' ', words), "und");
        await searched.CloseAsync(2, string.Join(' ', Enumerable.Repeat("box", 200_000)), "und");
        await searched.CloseAsync(3, "box " + new string('é', 100_000));
        Assert.Equal((int[])[3, 2, 1], await searched.FindAsync("box"));
        await searched.Upkeep.EraseAsync([], TestContext.Current.CancellationToken);
        Assert.Equal((int[])[3, 2, 1], await searched.FindAsync("box"));
    }

    [Fact]
    public async Task The_rows_read_for_a_frequent_word_do_not_grow_and_those_for_a_rare_one_hardly()
    {
        using var searched = new Searched();
        var read = new List<(int Frequent, int Rare)>();
        for (var number = 0; number < 400; number++)
        {
            await searched.CloseAsync(number, number == 3 ? "box rarissime" : $"box {number % 17} facture {number % 5}");
            if (number % 6 == 5)
            {
                await searched.MaintainAsync();
            }

            if (number is 99 or 399)
            {
                read.Add(((await searched.PageAsync("box", 5)).RowsRead, (await searched.PageAsync("rarissime", 5)).RowsRead));
            }
        }

        Assert.InRange(read[1].Frequent, 1, read[0].Frequent + 5);
        Assert.InRange(read[1].Rare, 1, read[0].Rare * 2);
    }
}
