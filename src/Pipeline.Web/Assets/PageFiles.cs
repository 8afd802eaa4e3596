using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;

namespace Pipeline.Web.Assets;

/// <summary>The files of the live page (folder Pages).</summary>
internal static class PageFiles
{
    /// <summary>What stands in the page for the address of the API.</summary>
    private const string ApiPlace = "{api}";

    private static readonly string Template = Encoding.UTF8.GetString(Asset.Read("page.html"));

    private static readonly FrozenDictionary<string, Asset> Assets =
        new[]
        {
            "page.css", "page.js", "page.svg", "access.js", "coalesced.js", "conversation.js", "curl.js",
            "elements.js", "keyed-events.js", "list.js", "marks.js", "side.js",
            "words.js",
        }.ToFrozenDictionary(name => name, Asset.Embedded, StringComparer.Ordinal);

    /// <summary>A file that the page loads; null when there is none of this name.</summary>
    public static Asset? Find(string name) => Assets.GetValueOrDefault(name);

    /// <summary>The page, for an API at an address relative to the page's.</summary>
    public static Asset Page(string api)
    {
        var page = Template.Replace(ApiPlace, HtmlEncoder.Default.Encode(api), StringComparison.Ordinal);
        return Asset.Of(Encoding.UTF8.GetBytes(page), "page.html");
    }
}
