using System.Buffers;
using System.Text;
using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Transcripts.Export;

namespace Pipeline.Tests.Transcripts.Export;

public sealed class ExportFormatTests
{
    private static readonly ExportColumn[] Columns =
    [
        new("text", ExportValueKind.Text, ""), new("number", ExportValueKind.Number, ""), new("flag", ExportValueKind.Boolean, ""),
        new("time", ExportValueKind.Time, ""),
    ];

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+33", "'+33")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("résiliation, \"vite\"", "\"résiliation, \"\"vite\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("a=b", "a=b")]
    public void A_text_in_csv_is_quoted_where_it_must_be_and_never_a_formula(string text, string written) =>
        Assert.Equal($"{written},,,\r\n", Write(new CsvFormat(false, withHeader: false), text, null, null, null));

    [Fact]
    public void Numbers_and_times_are_written_the_same_everywhere()
    {
        var time = new DateTimeOffset(2026, 3, 2, 10, 0, 0, 120, TimeSpan.FromHours(1));
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("fr-FR");
            Assert.Equal(
                "text,number,flag,time\r\n,-0.75,true,2026-03-02T09:00:00.12Z\r\n", Write(new CsvFormat(false), null, -0.75, true, time));
            Assert.Equal(
                "{\"text\":\"é\",\"number\":-0.75,\"flag\":false,\"time\":\"2026-03-02T09:00:00.12Z\"}\n",
                Write(new JsonFormat(asArray: false), "é", -0.75, false, time));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_byte_order_mark_comes_first_where_it_is_asked_for() =>
        Assert.StartsWith("\uFEFFtext,", Write(new CsvFormat(true), null, null, null, null), StringComparison.Ordinal);

    [Fact]
    public void An_array_is_one_json_document_with_or_without_rows()
    {
        using var document = JsonDocument.Parse(Write(new JsonFormat(asArray: true), "a\"b", null, null, null));
        Assert.Equal("a\"b", document.RootElement[0].GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, document.RootElement[0].GetProperty("number").ValueKind);
        var output = new ArrayBufferWriter<byte>();
        using var format = new JsonFormat(asArray: true);
        format.Begin(output, Columns);
        format.End(output);
        using var empty = JsonDocument.Parse(output.WrittenMemory);
        Assert.Equal(0, empty.RootElement.GetArrayLength());
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("bm9uZQ")]
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5OX5hfmJ-YwowAA")]
    public void What_is_no_position_is_refused(string text) => Assert.Throws<FormatException>(() => ExportPosition.Read(text));

    [Fact]
    public void A_position_is_read_as_it_was_written()
    {
        var position = new ExportPosition(
            Pipeline.Ports.NewestFirst.Of(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), ConversationKeys.Conversation("generic", "demo", "é 1")), 7);
        Assert.Equal(position, ExportPosition.Read(position.ToString()));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), position.StartedAt);
        Assert.All(position.ToString(), letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));
    }

    [Fact]
    public void Neither_row_names_a_customer_nor_tells_how_long_an_advisor_took()
    {
        string[] names = [.. TranscriptExport.ConversationColumnList.Concat(TranscriptExport.MessageColumnList).Select(column => column.Name)];
        Assert.DoesNotContain(names, name => name.Contains("customer", StringComparison.OrdinalIgnoreCase) || name.Contains("engaged", StringComparison.OrdinalIgnoreCase)
            || name.Contains("handling", StringComparison.OrdinalIgnoreCase) || name.Contains("firstName", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["position", "position"], [TranscriptExport.ConversationColumnList[^1].Name, TranscriptExport.MessageColumnList[^1].Name]);
    }

    private static string Write(IExportFormat format, params object?[] values)
    {
        var output = new ArrayBufferWriter<byte>();
        format.Begin(output, Columns);
        format.Row(output, Columns, values);
        format.End(output);
        (format as IDisposable)?.Dispose();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
