using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Indicators;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Quality.Indicators;

public sealed class ForgottenTests
{
    private readonly IndicatorRoom _room = new();

    [Fact]
    public async Task An_erased_conversation_leaves_its_numbers_and_nothing_that_leads_to_it()
    {
        for (var number = 0; number < 6; number++)
        {
            var start = number * 40_000;
            await _room.SayAsync(
            [
                .. new[] { Said.Customer(start, "bonjour", -0.4, "refund"), Said.Advisor(start + 60, "bonjour"), Said.Customer(start + 90, "merci", 0.5), Said.Close(start + 100) }
                    .Select(message => message with { Conversation = ConversationOf(number) }),
            ]);
        }

        var before = await LineAsync();
        var hash = _room.Hashes.Of(ConversationOf(1))!;
        foreach (var number in (int[])[1, 3, 5])
        {
            // As after a crash: again, and again.
            await _room.Projection.ForgetAsync(ConversationOf(number).Key, TestContext.Current.CancellationToken);
            await _room.Projection.ForgetAsync(ConversationOf(number).Key, TestContext.Current.CancellationToken);
        }

        Assert.Contains("followed=4/6", before, StringComparison.Ordinal);
        Assert.Equal(before, await LineAsync());
        var rows = string.Join('\n', _room.Tables.Dump().Where(entry => entry.Table == TableNames.Indicators)
            .Select(entry => $"{entry.Row.PartitionKey} {entry.Row.RowKey} {string.Join(' ', entry.Row.Properties)}"));
        Assert.DoesNotContain(hash, rows, StringComparison.Ordinal);
        Assert.All((int[])[1, 3, 5], number => Assert.DoesNotContain(ConversationOf(number).Key, rows, StringComparison.Ordinal));
        Assert.Contains(ConversationOf(0).Key, rows, StringComparison.Ordinal);
    }

    private async Task<string> LineAsync()
    {
        var day = DateOnly.FromDateTime(Said.Start.UtcDateTime);
        var reading = await _room.RollUps.ReadAsync(RollUpScope.All, Dimension.All, day, day.AddDays(5), TestContext.Current.CancellationToken);
        return NaiveFigures.Line(reading.Sum()["all"]);
    }

    private static Conversation ConversationOf(int number) => Said.Conversation with
    {
        Id = $"erased-{number}",
        Key = ConversationKeys.Conversation("generic", "demo", $"erased-{number}"),
        CustomerId = $"v-{number % 2}",
    };
}
