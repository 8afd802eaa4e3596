using System.Text;
using Pipeline.Training.Exporting;

namespace Pipeline.Tests.Training.Exporting;

public sealed class ExportFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-export-");
    private readonly string _path;

    public ExportFileTests() => _path = Path.Combine(_folder.FullName, "rows.csv");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Only_whole_rows_are_kept_however_the_bytes_come()
    {
        var bytes = Encoding.UTF8.GetBytes("text,position\r\n\"é\n,\"\"x\"\"\",AAA\r\nb,BBB\r\nc,C");
        using (var file = ExportFile.Open(_path, isCsv: true))
        {
            Assert.True(file.IsEmpty);
            foreach (var one in bytes)
            {
                file.Write([one]);
            }

            file.EndPart();
            Assert.Equal(("BBB", 2), (file.Last, file.Rows));
        }

        Assert.Equal("text,position\r\n\"é\n,\"\"x\"\"\",AAA\r\nb,BBB\r\n", File.ReadAllText(_path));
    }

    [Fact]
    public void A_file_that_was_cut_in_a_row_is_gone_on_with_behind_the_last_whole_one()
    {
        File.WriteAllText(_path, "text,position\r\na,AAA\r\n\"b\n");
        using (var file = ExportFile.Open(_path, isCsv: true))
        {
            Assert.Equal(("AAA", 0, false), (file.Last, file.Rows, file.IsEmpty));
            file.Write("b,BBB\r\n"u8);
        }

        Assert.Equal("text,position\r\na,AAA\r\nb,BBB\r\n", File.ReadAllText(_path));
    }

    [Fact]
    public void A_header_alone_is_no_row()
    {
        File.WriteAllText(_path, "\uFEFFtext,position\r\n");
        using var file = ExportFile.Open(_path, isCsv: true);
        Assert.Null(file.Last);
        Assert.False(file.IsEmpty);
    }

    [Fact]
    public void A_file_of_something_else_is_refused()
    {
        File.WriteAllText(_path, "hello\n");
        Assert.Throws<InvalidDataException>(() => ExportFile.Open(_path, isCsv: false));
    }

    [Fact]
    public void Lines_of_json_tell_their_position()
    {
        using var file = ExportFile.Open(_path, isCsv: false);
        file.Write("{\"text\":\"\\\"\\n\",\"position\":\"AAA\"}\n{\"text\":"u8);
        Assert.Equal(("AAA", 1), (file.Last, file.Rows));
    }
}
