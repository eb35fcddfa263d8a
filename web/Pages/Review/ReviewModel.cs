using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Reporting.Review;

namespace MonitoringReturns.Web.Pages.Review;

/// <summary>A whole award, and what its provider says of itself to all who fund it.</summary>
/// <param name="Today">In the United Kingdom: whether an accreditation has expired.</param>
public sealed record ReviewModel(AwardReview Review, IReadOnlyList<Accreditation> Accreditations, DateOnly Today);
