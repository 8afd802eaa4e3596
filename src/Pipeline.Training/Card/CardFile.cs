namespace Pipeline.Training.Card;

/// <summary>Puts the figures into the model card, between two marks; what stands around them is written by people.</summary>
internal sealed class CardFile
{
    /// <summary>The line above the figures.</summary>
    public const string Begin = "<!-- The figures begin: the command train writes them with its option card. Do not edit. -->";

    /// <summary>The line below the figures.</summary>
    public const string End = "<!-- The figures end. -->";

    private readonly string _path;
    private readonly string _above;
    private readonly string _below;

    private CardFile(string path, string above, string below) => (_path, _above, _below) = (path, above, below);

    /// <summary>Reads a card, so that it is known before the work whether its figures will have a place.</summary>
    /// <exception cref="InvalidDataException">It is not there, or the marks are not in it.</exception>
    public static CardFile Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{path}: there is no such model card.");
        }

        var text = File.ReadAllText(path);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        return begin >= 0 && end > begin
            ? new(path, text[..(begin + Begin.Length)], text[end..])
            : throw new InvalidDataException($"{path}: the lines \"{Begin}\" and \"{End}\" are not in it, so the figures have no place.");
    }

    /// <summary>Replaces the figures.</summary>
    /// <param name="figures">The new ones, in lines that end with a line feed.</param>
    public void Write(string figures) => File.WriteAllText(_path, $"{_above}\n\n{figures}\n{_below}");
}
