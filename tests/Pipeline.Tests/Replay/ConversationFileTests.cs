using System.IO.Compression;
using System.Text;
using Pipeline.Messages;
using Pipeline.Replay;

namespace Pipeline.Tests.Replay;

public sealed class ConversationFileTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bundled_conversation_is_read_with_its_people_and_pauses()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Data", "conversations.fr.jsonl");

        var conversations = await ConversationFile.ReadAsync(path, Cancelled).ToListAsync(Cancelled);

        Assert.Equal(12, conversations.Count);
        var first = conversations[0];
        Assert.Equal(("fr-01-voyant-rouge", "fr", "boreal", "web", 5), (first.Id, first.Language, first.Brand, first.Channel, first.Rating));
        Assert.Equal(("Camille Roussel", "Nadia"), (first.Customer.Name, first.Advisor.Name));
        Assert.Equal(
            [(SenderRole.Customer, 0), (SenderRole.Customer, 9), (SenderRole.Advisor, 40)],
            first.Turns.Take(3).Select(turn => (turn.Role, (int)turn.At.TotalSeconds)));
    }

    [Fact]
    public async Task What_the_agent_did_in_tools_is_nobody_s_message()
    {
        var conversation = await ReadOneAsync("""
            {"id":"star-1","turns":[{"speaker":"customer","text":"Hi","ts":100},{"speaker":"action","text":"draft","ts":106},{"speaker":"agent","text":"Hello","ts":108}]}
            """);

        Assert.Equal(["Hi", "Hello"], conversation.Turns.Select(turn => turn.Text));
        Assert.Equal(TimeSpan.FromSeconds(8), conversation.Duration);
    }

    [Fact]
    public async Task A_conversation_in_which_nobody_spoke_is_passed_over()
    {
        var conversation = await ReadOneAsync("""
            {"id":"silent","turns":[{"speaker":"action","text":"draft"}]}
            {"id":"empty","turns":[]}
            {"id":"spoken","turns":[{"speaker":"customer","text":"Hi"}]}
            """);

        Assert.Equal("spoken", conversation.Id);
    }

    [Fact]
    public async Task Turns_without_times_are_set_ten_seconds_apart()
    {
        var conversation = await ReadOneAsync("""
            {"id":"c","turns":[{"speaker":"customer","text":"a"},{"speaker":"agent","text":"b","ts":null},{"speaker":"customer","text":"c","ts":1000},{"speaker":"agent","text":"d","ts":1003},{"speaker":"agent","text":"e"}]}
            """);

        Assert.Equal([0, 10, 20, 23, 33], conversation.Turns.Select(turn => turn.At.TotalSeconds));
    }

    [Fact]
    public async Task A_clock_that_went_back_does_not_turn_the_order_around()
    {
        var conversation = await ReadOneAsync("""
            {"id":"c","turns":[{"speaker":"customer","text":"a","ts":50},{"speaker":"agent","text":"b","ts":40},{"speaker":"agent","text":"c","ts":60}]}
            """);

        Assert.Equal([0, 0, 10], conversation.Turns.Select(turn => turn.At.TotalSeconds));
    }

    [Fact]
    public async Task A_compressed_file_is_read_as_the_plain_one()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("pipeline-").FullName, "one.jsonl.gz");
        await using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            await gzip.WriteAsync("""{"id":"c","turns":[{"speaker":"customer","text":"été"}]}"""u8.ToArray(), Cancelled);
        }

        var conversation = Assert.Single(await ConversationFile.ReadAsync(path, Cancelled).ToListAsync(Cancelled));

        Assert.Equal("été", conversation.Turns[0].Text);
    }

    [Theory]
    [InlineData("{\"id\":", "some.jsonl, line 2: not JSON")]
    [InlineData("[]", "some.jsonl, line 2: the line is not a JSON object")]
    [InlineData("""{"turns":[]}""", "id is missing")]
    [InlineData("""{"id":"c"}""", "turns is missing")]
    [InlineData("""{"id":"c","turns":[{"speaker":"boss","text":"a"}]}""", "turns[0].speaker is 'boss'")]
    [InlineData("""{"id":"c","turns":[{"speaker":"customer"}]}""", "turns[0].text is missing")]
    [InlineData("""{"id":"c","turns":[{"speaker":"customer","text":"a","ts":"noon"}]}""", "turns[0].ts is not a time")]
    [InlineData("""{"id":"c","rating":6,"turns":[{"speaker":"customer","text":"a"}]}""", "rating is not a whole number")]
    public async Task What_is_no_conversation_is_named_with_its_line(string line, string what)
    {
        var exception = await Assert.ThrowsAsync<ConversationFileException>(() => ReadOneAsync("\n" + line));

        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var exception = await Assert.ThrowsAsync<ConversationFileException>(
            async () => await ConversationFile.ReadAsync("nowhere.jsonl", Cancelled).ToListAsync(Cancelled));

        Assert.Contains("nowhere.jsonl", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<RecordedConversation> ReadOneAsync(string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return Assert.Single(await ConversationFile.ReadAsync(content, "some.jsonl", Cancelled).ToListAsync(Cancelled));
    }
}
