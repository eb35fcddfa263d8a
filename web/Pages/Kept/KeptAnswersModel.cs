namespace MonitoringReturns.Web.Pages.Kept;

/// <summary>Something that was kept and waits to be saved or discarded.</summary>
/// <param name="Address">Of its page.</param>
/// <param name="At">When it was sent.</param>
public sealed record WaitingPost(string Address, DateTimeOffset At);

/// <summary>A form that is sent once more.</summary>
/// <param name="Kept">The id of what was kept; null where it only failed just now.</param>
public sealed record PostedAgain(string Address, IReadOnlyList<SentField> Fields, string? Kept);

/// <summary>The organisation that answers were kept for, where the person acts for another now.</summary>
/// <param name="Name">Null where they are no member of it any more.</param>
/// <param name="SwitchAddress">Where the form posts that lets them act for it.</param>
/// <param name="Next">Where that leads on to.</param>
public sealed record OtherOrganisation(string Id, string? Name, string SwitchAddress, string Next);

/// <summary>Answers that came when nobody was signed in, as the person finds them.</summary>
/// <param name="Until">When they are removed.</param>
/// <param name="DiscardAddress">Where the form posts that removes them now.</param>
/// <param name="For">Null where the person acts for the right organisation.</param>
public sealed record KeptAnswersModel(TypedAnswers Typed, DateTimeOffset At, DateTimeOffset Until, PostedAgain Again, string DiscardAddress, OtherOrganisation? For);

/// <summary>Answers that storage did not take.</summary>
/// <param name="Address">Where they were posted to.</param>
/// <param name="Fields">All that the form sent, its tokens too.</param>
public sealed record NotSavedModel(TypedAnswers Typed, string Address, IReadOnlyList<SentField> Fields);
