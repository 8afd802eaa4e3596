using System.Text;

namespace Pipeline.Scoring.Words;

/// <summary>
/// Folds a character to the form in which words are compared: lower case, no accent, one apostrophe, one hyphen, one space, ASCII digits.
/// One character always folds to one, so that positions stay.
/// </summary>
internal static class Folding
{
    private const int TableSize = 0x250;

    private static readonly char[] Table = MakeTable();

    /// <summary>The folded character.</summary>
    public static char Fold(char character) => character < TableSize ? Table[character] : character switch
    {
        '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '\u2032' => '\'',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => ' ',
        >= '\uFF10' and <= '\uFF19' => (char)(character - '\uFF10' + '0'),
        '\uFF20' => '@',
        _ => char.ToLowerInvariant(character),
    };

    private static char[] MakeTable()
    {
        var table = new char[TableSize];
        for (var code = 0; code < TableSize; code++)
        {
            var character = (char)code;
            table[code] = character switch
            {
                '`' or '\u00B4' => '\'',
                '\u00A0' or '\t' => ' ',
                _ when char.IsLetter(character) => char.ToLowerInvariant(character.ToString().Normalize(NormalizationForm.FormD)[0]),
                _ => character,
            };
        }

        return table;
    }
}
