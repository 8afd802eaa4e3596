using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;
using Pipeline.Transcripts.Export;

namespace Pipeline.Tests.Transcripts.Export;

public sealed class TranscriptExportTests
{
    private readonly Recorder _recorder = new();
    private readonly FakeClock _clock = new(Said.Start);
    private TimeSpan _pace;

    [Fact]
    public async Task Messages_come_conversation_by_conversation_newest_first_as_they_stand()
    {
        await RecordAsync();
        var rows = await MessagesAsync(null);
        Assert.Equal(["c-3", "c-3", "c-3", "c-2", "c-2", "c-2", "c-1", "c-1", "c-1"], rows.Select(row => row[0].Split('~')[2]));
        Assert.Equal(["1", "2", "3"], rows.Take(3).Select(row => row[1]));
        Assert.Equal("corrigé", rows[0][9]);
        Assert.Equal(["customer", "advisor", "system"], rows.Take(3).Select(row => row[4]));
    }

    [Fact]
    public async Task Going_on_behind_any_row_gives_what_comes_after_it_and_nothing_twice()
    {
        await RecordAsync();
        var messages = await MessagesAsync(null);
        for (var cut = 0; cut < messages.Count; cut++)
        {
            var rest = await MessagesAsync(ExportPosition.Read(messages[cut][^1]));
            Assert.Equal(messages.Skip(cut + 1).Select(row => row[^1]), rest.Select(row => row[^1]));
        }

        var conversations = await ConversationsAsync(null);
        Assert.Equal(3, conversations.Count);
        for (var cut = 0; cut < conversations.Count; cut++)
        {
            var rest = await ConversationsAsync(ExportPosition.Read(conversations[cut][^1]));
            Assert.Equal(conversations.Skip(cut + 1).Select(row => row[^1]), rest.Select(row => row[^1]));
        }
    }

    [Fact]
    public async Task A_part_ends_when_its_time_is_over_with_a_row_at_least_and_says_so()
    {
        await RecordAsync();
        _pace = TimeSpan.FromSeconds(90);
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        var part = await Export().WriteConversationsAsync(Listed(), null, new CsvFormat(false), pipe.Writer, CancellationToken.None);
        Assert.Equal((false, 2), (part.IsComplete, part.Rows));
        Assert.EndsWith("c-2", part.Last!.Value.Conversation, StringComparison.Ordinal);
    }

    private TranscriptExport Export() => new(_recorder.Tables, Options.Create(new ExportOptions()), _clock);

    private async Task<List<string[]>> MessagesAsync(ExportPosition? after)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        var part = await Export().WriteMessagesAsync(Listed(), after, new CsvFormat(false, withHeader: false), pipe.Writer, CancellationToken.None);
        Assert.True(part.IsComplete);
        return await RowsAsync(pipe);
    }

    private async Task<List<string[]>> ConversationsAsync(ExportPosition? after)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        await Export().WriteConversationsAsync(Listed(), after, new CsvFormat(false, withHeader: false), pipe.Writer, CancellationToken.None);
        return await RowsAsync(pipe);
    }

    private static async Task<List<string[]>> RowsAsync(Pipe pipe)
    {
        await pipe.Writer.CompleteAsync();
        using var reader = new StreamReader(pipe.Reader.AsStream(), Encoding.UTF8);
        return [.. (await reader.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
    }

    private async IAsyncEnumerable<ConversationSummary> Listed()
    {
        for (var number = 3; number > 0; number--)
        {
            await Task.Yield();
            _clock.Advance(_pace);
            yield return new()
            {
                Key = Of(number).Key,
                StartedAt = Said.Start.AddDays(number),
                Platform = "generic",
                Brand = "boreal",
                Channel = "web",
                Language = "fr",
            };
        }
    }

    private static Conversation Of(int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"c-{number}");
        return Said.Conversation with { Key = ConversationKeys.Conversation("generic", "demo", id), Id = id };
    }

    private async Task RecordAsync()
    {
        for (var number = 1; number <= 3; number++)
        {
            var question = Said.Customer(1, "bonjour", 0.1);
            foreach (var message in new[] { question, Said.Advisor(2, "oui"), Said.Close(9), Said.Edit(12, question, "corrigé") })
            {
                await _recorder.RecordAsync(message with { Conversation = Of(number), SentAt = message.SentAt.AddDays(number) });
            }
        }
    }
}
