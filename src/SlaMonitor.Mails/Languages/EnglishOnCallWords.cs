namespace SlaMonitor.Mails.Languages;

internal sealed class EnglishOnCallWords : OnCallWords
{
    public override string Title => "On call";

    public override string NoRotation => "No agreement in force has an on-call rotation.";

    public override string Now => "Now";

    public override string Next => "Next";

    public override string NextFrom(string member, string moment) => $"{member}, from {moment}";

    public override string Who => "Who";

    public override string From => "From";

    public override string Until => "Until";

    public override string Remark => "Remark";

    public override string Zone => "Times in";

    public override string Nobody => "Nobody";

    public override string Gap => "Gap";

    public override string GapFrom(string moment) => $"Nobody is on call from {moment} on: the fallback contact is told instead.";

    public override string Overlap => "Two at once";

    public override string InPlaceOf(string member) => $"in place of {member}";

    public override string ChangedBy(string member) => $"changed by {member}";

    public override string Calendar => "Calendar to subscribe to";

    public override string SayWho => "Say who you are, at the top of the page, to swap a shift.";

    public override string StandsIn => "Stands in";

    public override string Swap => "Swap the shift";

    public override string SwapLinkOf(string member) => $"For {member}, to swap own shifts";

    public override string NotYours => "Nothing was changed: this link swaps your own shifts, and not all of that time is yours.";

    public override string TakeBack => "Take back";

    public override string NotAShift =>
        "Nothing was changed: it takes an address, and an end that is after the beginning and yet to come, at most 62 days later.";

    public override string TooMany => "Nothing was changed: there are as many changes as can be kept. Write them into the agreement.";

    public override string NoSuchChange => "Nothing was changed: that change is over, or was taken back.";
}
