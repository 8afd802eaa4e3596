using System.Buffers.Text;
using System.Text;
using Pipeline.Contracts;
using Pipeline.Transcripts;

namespace Pipeline.Tests.Bugs;

/// <summary>Found by fuzzing: a continuation that looked right and was longer than any key made the tables throw: 500.</summary>
public sealed class LongContinuationTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(486, true)]
    [InlineData(487, false)]
    [InlineData(5000, false)]
    public async Task A_continuation_longer_than_a_key_is_none_of_this_list(int more, bool isTaken)
    {
        var continuation = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{new string('1', 19)}~{new string('c', more + 1)}"));
        var reader = new TranscriptReader(new InMemoryTables());
        var failure = await Record.ExceptionAsync(() => reader.ListDayAsync(
            new DateOnly(2026, 3, 2), 50, continuation, TestContext.Current.CancellationToken));
        Assert.Equal(isTaken, failure is null);
        Assert.True(isTaken || failure is FormatException, failure?.ToString());
    }
}
