using Pipeline.Scoring.PersonalData;

namespace Pipeline.Tests.Scoring.PersonalData;

public sealed class NameMaskingTests
{
    private static readonly PersonalDataMasker Masker = new();

    [Theory]
    [InlineData("Bonjour Nadia, ça remarche", "Bonjour [NAME_1], ça remarche")]
    [InlineData("thanks josh", "thanks [NAME_1]")]
    [InlineData("merci beaucoup Fatoumata.", "merci beaucoup [NAME_1].")]
    [InlineData("ok merci Thomas Bonne journée", "ok merci [NAME_1] Bonne journée")]
    [InlineData("thanks Oisín 🙏", "thanks [NAME_1] 🙏")]
    public void The_one_who_is_addressed(string text, string masked) => Assert.Equal(masked, Masker.Mask(text).Text);

    [Theory]
    [InlineData("c'est karim", "c'est [NAME_1]")]
    [InlineData("im jake", "im [NAME_1]")]
    [InlineData("je m'appelle mohamed el amrani et je", "je m'appelle [NAME_1] et je")]
    [InlineData("c'est Le Goff avec deux f", "c'est [NAME_1] avec deux f")]
    [InlineData("Nom : Lucien Abadie.", "Nom : [NAME_1].")]
    [InlineData("the account is in the name of K. Abernethy", "the account is in the name of [NAME_1]")]
    [InlineData("change my surname to Okonjo-Reid please", "change my surname to [NAME_1] please")]
    [InlineData("DUPONT Jean, client depuis 2009", "[NAME_1], client depuis 2009")]
    [InlineData("MERCI SONIA POUR TOUT", "MERCI [NAME_1] POUR TOUT")]
    public void The_one_who_is_introduced_whatever_the_capitals(string text, string masked) => Assert.Equal(masked, Masker.Mask(text).Text);

    [Theory]
    [InlineData("Mr. Pillai, no", "Mr. [NAME_1], no")]
    [InlineData("m. dubois est là", "m. [NAME_1] est là")]
    [InlineData("mr. o'brien called", "mr. [NAME_1] called")]
    [InlineData("Mrs J Whitlow", "Mrs [NAME_1]")]
    [InlineData("Madame Petit", "Madame [NAME_1]")]
    public void The_title_stays(string text, string masked) => Assert.Equal(masked, Masker.Mask(text).Text);

    [Theory]
    [InlineData("Cordialement,\nHélène Petit", "Cordialement,\n[NAME_1]")]
    [InlineData("Regards, S. Venkataraman", "Regards, [NAME_1]")]
    [InlineData("Yours truly, Edmund R. Castellane", "Yours truly, [NAME_1]")]
    public void The_one_who_signs(string text, string masked) => Assert.Equal(masked, Masker.Mask(text).Text);

    [Theory]
    [InlineData("all of Jamie's photos", "all of [NAME_1]'s photos")]
    [InlineData("Mark told me, Will did not", "[NAME_1] told me, Will did not")]
    [InlineData("Pierre est passé", "[NAME_1] est passé")]
    [InlineData("mon fils pierre a appelé", "mon fils [NAME_1] a appelé")]
    [InlineData("I've explained this to Chris, to Anna and to the bot", "I've explained this to [NAME_1], to [NAME_2] and to the bot")]
    public void Others_who_are_named(string text, string masked) => Assert.Equal(masked, Masker.Mask(text).Text);

    [Theory]
    [InlineData("je suis VRAIMENT Déçu")]
    [InlineData("my name is spelt with two L's")]
    [InlineData("mon nom est enfin écrit juste, merci")]
    [InlineData("mon prénom est le bon partout")]
    [InlineData("mon compte est au nom de quelqu'un d'autre")]
    [InlineData("will you call me? May I ask? Hope this helps, bill me later")]
    [InlineData("la carte rose, en pierre, une réponse claire")]
    [InlineData("rue Victor Hugo, Saint Martin, Victoria Station, Place Charlotte")]
    [InlineData("Grâce à vous, merci Orange, bonjour Free, thanks Vodafone")]
    [InlineData("Madame la Directrice, Monsieur. Faut-il tout renvoyer ?")]
    [InlineData("we were in Jordan in June, 5 o'clock")]
    [InlineData("I'm finished. It's Greek to me. He's late, I've told you.")]
    public void What_is_no_name_stays(string text) => Assert.Equal(text, Masker.Mask(text).Text);
}
