//! API tokens: whoever signed in makes them for themselves and takes them back; no token decides
//! about tokens.

use crate::auth::api_token::{self, Written};
use crate::error::Result;
use crate::op::Op;
use domain::api_token::TokenDraft;
use domain::identifier::ApiTokenId;
use entity::api_token::Model;

/// Makes a token of one's own; its written form is told this once.
pub async fn create(op: &Op, draft: TokenDraft) -> Result<(Model, Written)> {
    let (account, _) = op.allow_in_person().await?;
    op.take_no_key()?;
    api_token::issue(op.app(), account, draft).await
}

/// One's own tokens.
pub async fn list(op: &Op) -> Result<Vec<Model>> {
    let (account, _) = op.allow_in_person().await?;
    api_token::list(op.app(), account).await
}

/// Takes a token of one's own back.
pub async fn revoke(op: &Op, id: ApiTokenId) -> Result<()> {
    let (account, _) = op.allow_in_person().await?;
    op.take_no_key()?;
    api_token::revoke(op.app(), account, id).await
}
