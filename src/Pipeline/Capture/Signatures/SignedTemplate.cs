using System.Text;

namespace Pipeline.Capture.Signatures;

/// <summary>
/// What a signature is over, such as <c>{id}.{timestamp}.{body}</c>: the raw bytes of the body, the two headers as they were sent, and
/// literal text between them.
/// </summary>
public sealed class SignedTemplate
{
    private SignedTemplate(IReadOnlyList<SignedPiece> pieces) => Pieces = pieces;

    /// <summary>The pieces, in order.</summary>
    internal IReadOnlyList<SignedPiece> Pieces { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="template">Literal text with <c>{id}</c>, <c>{timestamp}</c> and <c>{body}</c> in it.</param>
    /// <exception cref="FormatException">It names another piece, leaves a brace open, or does not sign the body.</exception>
    public static SignedTemplate Parse(string template)
    {
        var pieces = new List<SignedPiece>();
        for (var at = 0; at < template.Length;)
        {
            var end = template[at] == '{' ? template.IndexOf('}', at) + 1 : template.IndexOf('{', at);
            if (end == 0)
            {
                throw new FormatException($"The signed template '{template}' has a brace that is not closed.");
            }

            end = end < 0 ? template.Length : end;
            pieces.Add(Piece(template[at..end]));
            at = end;
        }

        return pieces.Exists(piece => piece.Part == SignedPart.Body)
            ? new SignedTemplate(pieces)
            : throw new FormatException($"The signed template '{template}' does not hold {{body}}.");
    }

    private static SignedPiece Piece(string text) => text switch
    {
        "{id}" => new(SignedPart.Id, []),
        "{timestamp}" => new(SignedPart.Timestamp, []),
        "{body}" => new(SignedPart.Body, []),
        ['{', ..] => throw new FormatException($"A signed template may hold {{id}}, {{timestamp}} and {{body}}, and not {text}."),
        _ => new(SignedPart.Literal, Encoding.UTF8.GetBytes(text)),
    };
}

/// <summary>A piece of what is signed.</summary>
internal readonly record struct SignedPiece(SignedPart Part, byte[] Literal);

/// <summary>Where a piece comes from.</summary>
internal enum SignedPart
{
    Literal,
    Id,
    Timestamp,
    Body,
}
