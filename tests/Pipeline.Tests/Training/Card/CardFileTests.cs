using Pipeline.Training.Card;

namespace Pipeline.Tests.Training.Card;

public sealed class CardFileTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Only_what_stands_between_the_marks_is_replaced_and_the_same_figures_give_the_same_file()
    {
        File.WriteAllText(_file, $"# Ours\n\n{CardFile.Begin}\n\nold\n\n{CardFile.End}\n\nOurs too.\n");

        CardFile.Open(_file).Write("new\n");
        var once = File.ReadAllText(_file);
        CardFile.Open(_file).Write("new\n");

        Assert.Equal($"# Ours\n\n{CardFile.Begin}\n\nnew\n\n{CardFile.End}\n\nOurs too.\n", once);
        Assert.Equal(once, File.ReadAllText(_file));
    }

    [Theory]
    [InlineData("# Ours\n")]
    [InlineData($"{CardFile.End}\n{CardFile.Begin}\n")]
    [InlineData($"{CardFile.Begin}\n")]
    public void A_file_without_a_place_for_figures_is_refused_and_left_alone(string text)
    {
        File.WriteAllText(_file, text);
        Assert.Throws<InvalidDataException>(() => CardFile.Open(_file));
        Assert.Equal(text, File.ReadAllText(_file));
    }
}
