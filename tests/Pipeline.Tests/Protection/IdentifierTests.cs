using Pipeline.Protection.Proof;

namespace Pipeline.Tests.Protection;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("+33612345678", "appelez le 06 12-34.56 78 svp")]
    [InlineData("06 12 34 56 78", "mon n° : (+33) 6.12.34.56.78.")]
    [InlineData("0612345678", "+33 (0)6 12 34 56 78")]
    [InlineData("0612345678", "0033612345678")]
    [InlineData("0612345678", "06/12/34/56/78")]
    [InlineData("0612345678", "٠٦١٢٣٤٥٦٧٨")]
    [InlineData("0612345678", "{\"text\":\"06\\u00A012\\u00A034\\u00A056\\u00A078\"}")]
    [InlineData("camille.durand@example.org", "Camille.DURAND@Example.org")]
    [InlineData("camille.durand@example.org", "camille durand (at) example (dot) org")]
    [InlineData("camille.durand@example.org", "camille point durand arobase example point org")]
    [InlineData("camille.durand@example.org", "camille.durand @ example . org")]
    [InlineData("Élodie Delacroix", "ELODIE DELACROIX")]
    [InlineData("Élodie Delacroix", "Delacroix, Élodie")]
    [InlineData("Élodie Delacroix", "e\u0301lodie de-la-croix")]
    [InlineData("Élodie Delacroix", "\\u00C9lodie\\nDelacroix")]
    [InlineData("Élodie Delacroix", "É l o d i e  D e l a c r o i x")]
    [InlineData("Élodie Delacroix", "Ｅlodie Ｄelacroix")]
    [InlineData("Élodie Delacroix", "photo-elodie_delacroix.jpg")]
    [InlineData("Cœur", "Madame COEUR")]
    [InlineData("Léa", "Bonjour, LEA ici")]
    [InlineData("FR76 3000 6000 0112 3456 7890 189", "fr7630006000011234567890189")]
    public void An_identifier_is_found_in_other_spellings(string identifier, string text) =>
        Assert.True(new Identifier(identifier).IsIn(FoldedText.Of(text)));

    [Theory]
    [InlineData("0612345678", "06 12 34 56 79")]
    [InlineData("0612345678", "ligne 06 12, puis le 34 et 56 puis 78")]
    [InlineData("Léa", "please, le plan, cléa")]
    [InlineData("Élodie Delacroix", "Élodie de la Croisette")]
    [InlineData("camille.durand@example.org", "camille.dupont@example.org")]
    public void What_is_not_it_is_not_found(string identifier, string text) =>
        Assert.False(new Identifier(identifier).IsIn(FoldedText.Of(text)));

    [Fact]
    public void No_text_brings_it_down()
    {
        var random = new Random(17);
        for (var count = 0; count < 2_000; count++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(0x10000))]);
            _ = FoldedText.Of(text + "\\u12" + text + "\\");
        }
    }
}
